package org.gfpaudit.grammar.index;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.source.Span;

/**
 * What one pass of the scanner over a tree found: entities (file-scope definitions), the names
 * their bodies call, the fields they write. It over-approximates and decides nothing.
 *
 * <p>Files are in the order of their paths and entities in the order of their files and offsets, so
 * these orders do not depend on the number of threads. Lists are immutable, without duplicates, and
 * in order where nothing else is said. All methods run in constant time but for the lists they
 * fill. An {@link Entity}, {@link Name} or {@link SourceFile} of another index means nothing here.
 */
public interface SourceIndex {

  /** The name of that text; empty where the tree does not hold it. */
  Optional<Name> find(String text);

  /** The text of a name. */
  String text(Name name);

  /**
   * One more than the largest number of a file, or a number above: for arrays. Not every number
   * below it is that of a file.
   */
  int fileBound();

  /** All files, in order. */
  Stream<SourceFile> files();

  /** The files whose paths begin with {@code start}, in order. */
  default Stream<SourceFile> files(String start) {
    return files().filter(file -> path(file).startsWith(start));
  }

  /** The file of that path; empty where there is none. */
  Optional<SourceFile> file(String path);

  /** The path of a file relative to the tree's root, with {@code /} between names. */
  String path(SourceFile file);

  /** How many entities there are. */
  int entityCount();

  /**
   * One more than the largest number of an entity, or a number above: for arrays. Not every number
   * below it is that of an entity.
   */
  int entityBound();

  /** All entities, in order. */
  Stream<Entity> entities();

  /** The entities of a file, in order. */
  List<Entity> entitiesOf(SourceFile file);

  EntityKind kind(Entity entity);

  /** The name that is defined. */
  Name nameOf(Entity entity);

  /** The file it stands in. */
  SourceFile fileOf(Entity entity);

  /** From the first token of the definition (a macro's {@code #}) to its last, half-open. */
  Span extent(Entity entity);

  /** The offset of the defined name's token. */
  int nameOffset(Entity entity);

  /** Whether a function or variable is {@code static}; header inlines are too. */
  boolean isStatic(Entity entity);

  /** Whether a function's header or a macro's text holds a token that ends in {@code gfp_t}. */
  boolean mentionsMaskType(Entity entity);

  /**
   * The condition of the {@code #if} directives around the definition; an include guard is not one.
   */
  PresenceCondition condition(Entity entity);

  /** The entities that define a name, in order. */
  List<Entity> definitions(Name name);

  /** The entities that define a name of that text, in order. */
  default List<Entity> definitions(String text) {
    return find(text).map(this::definitions).orElse(List.of());
  }

  /** The entities whose body calls a name: {@code name(} in a body, deduplicated, in order. */
  List<Entity> callers(Name name);

  /** The names an entity's body calls, deduplicated, in the order of their first call. */
  List<Name> calls(Entity entity);

  /**
   * The entities whose body calls through a field of that name: {@code x->name(} or {@code
   * x.name(}. Such a call is not among {@link #calls}.
   */
  List<Entity> fieldCallers(Name name);

  /**
   * The entities whose body or initialiser sets a field of that name: {@code x.name =}, {@code
   * x->name |=}, {@code .name =} and the like. Where a list sets fields by their place, the struct
   * is what it sets: {@code struct walk}.
   */
  List<Entity> fieldWriters(Name name);

  /**
   * The {@link #fieldWriters} where there is one at most, and two where there are several: for who
   * need not know which.
   */
  List<Entity> fewFieldWriters(Name name);

  /**
   * Every place where a plain identifier is put into a field: {@code .read_folio = f}, {@code
   * ops->read_folio = f}, {@code .read_folio = &f}.
   */
  List<FieldInitializer> initializersOfField(Name name);

  /** Where a name is put into fields, and where it stands as a call argument or a bare value. */
  List<FieldInitializer> initializersWithValue(Name name);

  /** The entities in which a function's name stands as a plain argument or value. */
  List<Entity> addressTakers(Name name);

  /**
   * The same for a name of which the tree has no definition: the entities in which it stands as a
   * plain argument or value; and, rarely, others.
   */
  List<Entity> valueHolders(String name);

  /**
   * The entities in which a field of that name stands as a plain argument or value, {@code
   * f(x->name)} or {@code y = x->name}; and, rarely, others. The name need not be one that {@link
   * #find} knows.
   */
  List<Entity> fieldReaders(String field);

  /**
   * A name put into a field.
   *
   * @param entity the entity it stands in
   * @param field the field's name
   * @param value the name that is put there
   * @param offset the offset of the field's token
   */
  record FieldInitializer(Entity entity, Name field, Name value, int offset) {}
}
