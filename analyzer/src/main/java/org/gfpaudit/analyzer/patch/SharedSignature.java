package org.gfpaudit.analyzer.patch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.FieldOwners;
import org.gfpaudit.analyzer.model.Through;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.mask.Symbol;

/**
 * The functions that have to change their parameters together: those that stand in one field of a
 * table, and those that share a field with one of them.
 *
 * @param functions the definitions, sorted
 * @param fields of tables, sorted
 * @param callers the functions that call one of them by name or through a field, sorted
 */
record SharedSignature(
    SortedSet<Entity> functions, SortedSet<Symbol.Field> fields, SortedSet<Entity> callers) {

  /**
   * What shares the signature of {@code entity}.
   *
   * @throws NoFixException where a call is made in a way that shows no arguments, or where more
   *     would change than may
   */
  static SharedSignature of(Entity entity, PatchContext context) throws NoFixException {
    SharedSignature shared = new SharedSignature(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    Deque<Entity> pending = new ArrayDeque<>(List.of(entity));
    while (!pending.isEmpty()) {
      Entity function = pending.poll();
      if (shared.functions.add(function)) {
        pending.addAll(twins(function, context));
        for (CallEdge edge : context.edges().callersOf(function)) {
          shared.add(edge, context, pending);
        }
      }
    }
    if (shared.callers.isEmpty()) {
      throw new NoFixException("nothing in the tree calls it; try --strategy mapping");
    }
    int changed = shared.callers.size() + shared.functions.size() - 1;
    if (changed > context.wanted().mostCallers()) {
      throw new NoFixException(
          shared.said()
              + " would change with it; --most-callers allows fewer, and a larger number would do");
    }
    return shared;
  }

  /** The other definitions of a function, in other branches of an {@code #if} or in a header. */
  private static List<Entity> twins(Entity function, PatchContext context) {
    SourceIndex index = context.program().index();
    return index.definitions(context.program().name(function)).stream()
        .filter(other -> index.kind(other) == EntityKind.FUNCTION)
        .filter(
            other ->
                index.fileOf(other).equals(index.fileOf(function))
                    || (isSeenElsewhere(function, context) && isSeenElsewhere(other, context)))
        .toList();
  }

  /** Whether other files can use a function: it is global, or stands in a header. */
  static boolean isSeenElsewhere(Entity function, PatchContext context) {
    return !context.program().index().isStatic(function)
        || context.program().path(function).endsWith(".h");
  }

  private void add(CallEdge edge, PatchContext context, Deque<Entity> pending)
      throws NoFixException {
    boolean isByName = edge.through().equals(Through.Name.OWN);
    boolean isByTable = edge.kind() == CallEdge.Kind.OPS;
    String through = edge.through().display();
    boolean isFunction = context.program().index().kind(edge.caller()) == EntityKind.FUNCTION;
    if (!isFunction || (!isByName && !isByTable)) {
      throw new NoFixException(
          "it is called in a way that shows no arguments: "
              + edge.kind().word()
              + (through.isEmpty() ? "" : " " + through)
              + "; try --strategy mapping");
    }
    if (functions.contains(edge.caller())) {
      throw new NoFixException(
          "those that share its signature call each other; change them by hand");
    }
    callers.add(edge.caller());
    if (edge.through() instanceof Through.Field field && fields.add(field.field())) {
      context.edges().calleesOf(edge.caller()).stream()
          .filter(other -> other.kind() == CallEdge.Kind.OPS)
          .filter(other -> other.through().equals(field))
          .forEach(other -> pending.add(other.callee()));
    }
  }

  /** The edits of the fields' declarations. */
  List<Edit> fieldEdits(String name, PatchContext context) throws NoFixException {
    List<Edit> edits = new ArrayList<>();
    SourceIndex index = context.program().index();
    for (Symbol.Field field : fields) {
      List<Entity> definitions =
          field.owner().struct().map(s -> index.definitions(s)).orElse(List.of());
      if (definitions.size() != 1) {
        throw new NoFixException(
            FieldOwners.display(field)
                + " is not declared in one place; change its declarations by hand first");
      }
      List<Edit> declared = SignatureEdits.field(definitions.get(0), field.field(), name, context);
      if (declared.isEmpty()) {
        throw new NoFixException(
            "the declaration of "
                + FieldOwners.display(field)
                + " is not seen; change it by hand first");
      }
      edits.addAll(declared);
    }
    return edits;
  }

  private String said() {
    int others = functions.size() - 1;
    return (callers.size() == 1 ? "one caller" : callers.size() + " callers")
        + (others == 0
            ? ""
            : others == 1 ? " and another function" : " and " + others + " other functions");
  }

  /** What changes, as a sentence. */
  String summary() {
    String more = said() + (callers.size() + functions.size() == 2 ? " changes" : " change");
    return fields.isEmpty()
        ? "Nothing else changes but " + said() + "."
        : Character.toUpperCase(more.charAt(0))
            + more.substring(1)
            + " with it, for they share "
            + fields.stream().map(FieldOwners::display).collect(Collectors.joining(", "))
            + ".";
  }
}
