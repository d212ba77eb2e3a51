package org.gfpaudit.grammar.index;

import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.source.Span;

/**
 * What one pass of the scanner over a tree found: entities (file-scope definitions), the names
 * their bodies call, the fields they write. It over-approximates and decides nothing.
 *
 * <p>Entities, names and files are non-negative ints, numbered from 0. Files are in the order of
 * their paths and entities in the order of their files and offsets, so numbers do not depend on the
 * number of threads. All methods run in constant time but for the lists they fill.
 */
public interface SourceIndex {

  /** The id of a name, or -1 where the tree does not hold it. */
  int nameId(String name);

  String name(int nameId);

  int fileCount();

  /** The path of a file relative to the tree's root, with {@code /} between names. */
  String path(int file);

  int entityCount();

  /** The entities of a file, in order. */
  int[] entitiesOf(int file);

  EntityKind kind(int entity);

  int nameOf(int entity);

  int fileOf(int entity);

  /** From the first token of the definition (a macro's {@code #}) to its last, half-open. */
  Span extent(int entity);

  /** The offset of the defined name's token. */
  int nameOffset(int entity);

  /** Whether a function or variable is {@code static}; header inlines are too. */
  boolean isStatic(int entity);

  /** Whether a function's header or a macro's text holds a token that ends in {@code gfp_t}. */
  boolean mentionsMaskType(int entity);

  /**
   * The condition of the {@code #if} directives around the definition; an include guard is not one.
   */
  PresenceCondition condition(int entity);

  /** The entities that define a name, in order. */
  int[] definitions(int nameId);

  /** The entities whose body calls a name: {@code name(} in a body, deduplicated, in order. */
  int[] callers(int nameId);

  /** The names an entity's body calls, deduplicated. */
  int[] calls(int entity);

  /**
   * The entities whose body calls through a field of that name: {@code x->name(} or {@code
   * x.name(}. Such a call is not among {@link #calls}.
   */
  int[] fieldCallers(int nameId);

  /**
   * The entities whose body or initialiser sets a field of that name: {@code x.name =}, {@code
   * x->name |=}, {@code .name =} and the like.
   */
  int[] fieldWriters(int nameId);

  /**
   * Every place where a plain identifier is put into a field: {@code .read_folio = f}, {@code
   * ops->read_folio = f}, {@code .read_folio = &f}.
   */
  List<FieldInitializer> initializersOfField(int nameId);

  /** Where a name is put into fields, and where it stands as a call argument or a bare value. */
  List<FieldInitializer> initializersWithValue(int nameId);

  /** The entities in which a function's name stands as a plain argument or value. */
  int[] addressTakers(int nameId);

  /**
   * A name put into a field.
   *
   * @param entity the entity it stands in
   * @param field the field's name id
   * @param value the name id of the value
   * @param offset the offset of the field's token
   */
  record FieldInitializer(int entity, int field, int value, int offset) {}
}
