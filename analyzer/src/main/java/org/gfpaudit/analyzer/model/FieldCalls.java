package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.mask.Symbol;

/** The functions and macros that call through a field. Safe for several threads. */
final class FieldCalls {
  private final SourceIndex index;
  private final Bodies bodies;
  private final FieldOwners owners;
  private final Tracing tracing;
  private final Memo<Symbol.Field, Found> known;

  /** One that calls through a field; exact where both structs are known to be one. */
  record FieldCall(Entity caller, boolean isExact) {}

  FieldCalls(SourceIndex index, Bodies bodies, FieldOwners owners, Tracing tracing) {
    this.tracing = tracing;
    this.known = new Memo<>(tracing);
    this.index = index;
    this.bodies = bodies;
    this.owners = owners;
  }

  /** Those that call through {@code field}, in no promised order. */
  Found through(Symbol.Field field) {
    return known.get(field, Found::new);
  }

  /**
   * The calls through one field, read as far as somebody asks. The candidates are taken from the
   * end: what runs an operation for everybody stands in {@code fs}, {@code mm} and {@code net},
   * behind all drivers. Those come first whose file names the struct: of {@code probe} and {@code
   * open} there are hundreds, and to search a file costs far less than to parse a function. What is
   * found does not depend on who asks first.
   */
  final class Found {
    private final Symbol.Field field;
    private final List<Entity> candidates;
    private int rest;

    /** Candidates whose file does not name the struct, in their order. */
    private final List<Entity> others = new ArrayList<>();

    private int nextOther;
    private final List<FieldCall> found = new ArrayList<>();
    private final List<Trace> looks = new ArrayList<>();

    private Found(Symbol.Field field) {
      this.field = field;
      this.candidates = index.find(field.field()).map(index::fieldCallers).orElse(List.of());
      this.rest = candidates.size();
    }

    /** Whether there are more than {@code i}. */
    synchronized boolean has(int i) {
      looks.forEach(tracing::use);
      while (found.size() <= i && rest > 0) {
        Entity caller = candidates.get(--rest);
        if (bodies.isCode(caller)) {
          if (isLikely(caller)) {
            add(caller);
          } else {
            others.add(caller);
          }
        }
      }
      while (found.size() <= i && nextOther < others.size()) {
        add(others.get(nextOther++));
      }
      return i < found.size();
    }

    private boolean isLikely(Entity caller) {
      Traced<Boolean> look =
          tracing.find(() -> owners.isNamedIn(index.fileOf(caller), field.owner()));
      looks.add(look.trace());
      return look.answer();
    }

    private void add(Entity caller) {
      Traced<Optional<FieldCall>> look = tracing.find(() -> look(caller));
      looks.add(look.trace());
      look.answer().ifPresent(found::add);
    }

    synchronized FieldCall get(int i) {
      return found.get(i);
    }

    private Optional<FieldCall> look(Entity caller) {
      boolean isExact = false;
      boolean isPossible = false;
      List<Body.Call> calls = bodies.of(caller).calls();
      for (Body.Call call : calls) {
        if (call.target() instanceof Body.Target.Member member) {
          isExact |= isOne(member.field(), field);
        }
      }
      // What certainly is one need not be asked whether it can be.
      for (int i = 0; !isExact && !isPossible && i < calls.size(); i++) {
        isPossible =
            calls.get(i).target() instanceof Body.Target.Member member
                && owners.canBeOne(member.field(), field);
      }
      return isExact || isPossible ? Optional.of(new FieldCall(caller, isExact)) : Optional.empty();
    }
  }

  /** Whether two fields are certainly one. */
  static boolean isOne(Symbol.Field left, Symbol.Field right) {
    return left.isOwnerKnown() && left.equals(right);
  }
}
