package org.gfpaudit.analyzer.scope;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.source.Span;

/** Scope states over a small universe, so that random ones often meet. */
public final class ScopeStates {
  private ScopeStates() {}

  private static final LocalVariable OUTER = variable("flags", 10);
  private static final LocalVariable INNER = variable("flags", 20);

  static final List<CookieKey> KEYS =
      List.of(
          new CookieKey.Local(OUTER),
          new CookieKey.Local(INNER),
          new CookieKey.Expression("flags"),
          new CookieKey.Expression("fs->flags"),
          new CookieKey.BeforeCall(10),
          new CookieKey.BeforeCall(20),
          CookieKey.BeforeOpening.INSTANCE,
          new CookieKey.HeldBy(OUTER),
          new CookieKey.HeldBy(INNER),
          new CookieKey.OpenedBy(OUTER),
          new CookieKey.OpenedBy(INNER));

  private static LocalVariable variable(String name, int offset) {
    return new LocalVariable(name, offset, -1, TypeName.of(new Span(0, 1), "unsigned int"), false);
  }

  static Arbitrary<TaskFlags> flags() {
    return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
        .as(TaskFlags::new);
  }

  private static Arbitrary<Cookie> cookies() {
    return Combinators.combine(flags(), flags(), Arbitraries.of(true, false))
        .as(
            (asked, before, isOfCall) ->
                isOfCall ? Cookie.ofCall(asked, before) : Cookie.byHand(before));
  }

  /** Any state of these variables and cookies. */
  public static Arbitrary<ScopeState> any() {
    Arbitrary<LocalVariable> variables = Arbitraries.of(OUTER, INNER);
    return Combinators.combine(
            flags(),
            flags(),
            Arbitraries.maps(Arbitraries.of(KEYS), flags()).ofMaxSize(4),
            Arbitraries.maps(Arbitraries.of(KEYS), cookies()).ofMaxSize(4),
            Arbitraries.maps(variables, flags()),
            variables.set())
        .as(ScopeState::new);
  }
}
