package org.gfpaudit.analyzer.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.program.FieldOwners;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.mask.Symbol;

/** The functions and macros that call through a field. */
final class FieldCalls {
  private final SourceIndex index;
  private final Bodies bodies;
  private final FieldOwners owners;
  private final Map<Symbol.Field, List<FieldCall>> known = new HashMap<>();

  /** One that calls through a field; exact where both structs are known to be one. */
  record FieldCall(int caller, boolean isExact) {}

  FieldCalls(SourceIndex index, Bodies bodies, FieldOwners owners) {
    this.index = index;
    this.bodies = bodies;
    this.owners = owners;
  }

  List<FieldCall> through(Symbol.Field field) {
    List<FieldCall> found = known.get(field);
    if (found == null) {
      found = find(field);
      known.put(field, found);
    }
    return found;
  }

  private List<FieldCall> find(Symbol.Field field) {
    List<FieldCall> found = new ArrayList<>();
    int name = index.nameId(field.field());
    for (int caller : name < 0 ? new int[0] : index.fieldCallers(name)) {
      boolean isExact = false;
      boolean isPossible = false;
      for (Body.Call call :
          bodies.isCode(caller) ? bodies.of(caller).calls() : List.<Body.Call>of()) {
        if (call.target() instanceof Body.Target.Member member) {
          isExact |= isOne(member.field(), field);
          isPossible |= owners.canBeOne(member.field(), field);
        }
      }
      if (isExact || isPossible) {
        found.add(new FieldCall(caller, isExact));
      }
    }
    return List.copyOf(found);
  }

  /** Reports whether two fields are certainly one. */
  static boolean isOne(Symbol.Field left, Symbol.Field right) {
    return left.isOwnerKnown() && left.equals(right);
  }
}
