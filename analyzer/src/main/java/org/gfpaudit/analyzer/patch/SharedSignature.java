package org.gfpaudit.analyzer.patch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.calls.CallEdge;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.fix.Edit;

/**
 * The functions that have to change their parameters together: those that stand in one field of a
 * table, and those that share a field with one of them.
 *
 * @param functions the definitions, sorted
 * @param fields as {@code struct foo_ops.bar}, sorted
 * @param callers the functions that call one of them by name or through a field, sorted
 */
record SharedSignature(
    SortedSet<Entity> functions, SortedSet<String> fields, SortedSet<Entity> callers) {

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
        for (CallEdge edge : context.edges().callersOf(function)) {
          shared.add(edge, context, pending);
        }
      }
    }
    if (shared.callers.isEmpty()) {
      throw new NoFixException("nothing in the tree calls it");
    }
    int changed = shared.callers.size() + shared.functions.size() - 1;
    if (changed > context.mostCallers()) {
      throw new NoFixException(
          shared.said() + " would change with it, more than --most-callers allows");
    }
    return shared;
  }

  private void add(CallEdge edge, PatchContext context, Deque<Entity> pending)
      throws NoFixException {
    boolean isByName = edge.kind() == CallEdge.Kind.DIRECT && edge.through().isEmpty();
    boolean isByTable = edge.kind() == CallEdge.Kind.OPS;
    boolean isFunction = context.program().index().kind(edge.caller()) == EntityKind.FUNCTION;
    if (!isFunction || !isByName && !isByTable) {
      throw new NoFixException(
          "it is called in a way that shows no arguments: "
              + edge.kind().word()
              + (edge.through().isEmpty() ? "" : " " + edge.through()));
    }
    if (functions.contains(edge.caller())) {
      throw new NoFixException("those that share its signature call each other");
    }
    callers.add(edge.caller());
    if (isByTable && fields.add(edge.through())) {
      context.edges().calleesOf(edge.caller()).stream()
          .filter(other -> other.kind() == CallEdge.Kind.OPS)
          .filter(other -> other.through().equals(edge.through()))
          .forEach(other -> pending.add(other.callee()));
    }
  }

  /** The edits of the fields' declarations. */
  List<Edit> fieldEdits(String name, PatchContext context) throws NoFixException {
    List<Edit> edits = new ArrayList<>();
    SourceIndex index = context.program().index();
    for (String field : fields) {
      int dot = field.lastIndexOf('.');
      List<Entity> definitions = index.definitions(field.substring(0, dot));
      if (definitions.size() != 1) {
        throw new NoFixException(field + " is not declared in one place");
      }
      edits.add(
          SignatureEdits.field(definitions.get(0), field.substring(dot + 1), name, context)
              .orElseThrow(
                  () -> new NoFixException("the declaration of " + field + " is not seen")));
    }
    return edits;
  }

  private String said() {
    return callers.size()
        + " callers"
        + (functions.size() > 1 ? " and " + (functions.size() - 1) + " other functions" : "");
  }

  /** What changes, as a sentence. */
  String summary() {
    return fields.isEmpty()
        ? "Nothing else changes: " + said() + ", all by name."
        : "With it change " + said() + ", for " + String.join(", ", fields) + ".";
  }
}
