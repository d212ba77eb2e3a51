package org.gfpaudit.grammar.segment;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.source.Span;

/**
 * The entities of one file as a slot of a segment has them, in order; an <em>ordinal</em> is a
 * place among them, from 0.
 */
public record FileEntities(Segment segment, int slot) {
  private static final EntityKind[] KINDS = EntityKind.values();

  /** How many entities the file has. */
  public int count() {
    return segment.entityCountOf(slot);
  }

  /** The length of the file in bytes. */
  public int length() {
    return segment.length(slot);
  }

  /** The number in the segment of the first one. */
  int firstLocal() {
    return segment.slots().firstEntity().get(slot);
  }

  private int local(int ordinal) {
    return firstLocal() + ordinal;
  }

  /** The name that is defined. */
  public String name(int ordinal) {
    return segment.names().name(segment.entities().name().get(local(ordinal)));
  }

  /** What kind of entity it is. */
  public EntityKind kind(int ordinal) {
    return KINDS[flags(ordinal) & Segment.KIND_MASK];
  }

  /** Where the token of the defined name is in its file. */
  public int nameOffset(int ordinal) {
    return segment.entities().nameOffset(local(ordinal));
  }

  /** The bits of {@link Segment.Entities#flags}: the kind, and what the scanner saw. */
  public int flags(int ordinal) {
    return segment.entities().flags().get(local(ordinal));
  }

  /** The condition of the directives around the definition, as text. */
  public String condition(int ordinal) {
    return segment.conditions().get(segment.entities().condition().get(local(ordinal))).toString();
  }

  /** Where the definition is in its file. */
  public Span extent(int ordinal) {
    Segment.Entities entities = segment.entities();
    return new Span(entities.start().get(local(ordinal)), entities.end(local(ordinal)));
  }

  /** The names that the definition calls, in the order of their first call. */
  public List<String> calls(int ordinal) {
    List<String> names = new ArrayList<>();
    for (int name : segment.calls().row(local(ordinal))) {
      names.add(segment.names().name(name));
    }
    return names;
  }
}
