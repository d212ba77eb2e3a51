package org.gfpaudit.grammar.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The index of a tree as a view of segments. Entities are numbered as files and offsets go, however
 * the files are spread over segments; names in the order in which they are asked for. Safe for
 * several threads.
 */
public final class SegmentIndex implements SourceIndex {
  private static final EntityKind[] KINDS = EntityKind.values();

  /** A file of the tree that is in no segment: it could not be read. */
  public static final int NOWHERE = -1;

  private final List<Segment> segments;

  /** By the numbers of files, {@link #NOWHERE} for one that no file has. */
  private final int[] segmentOf;

  /** By the numbers of files. */
  private final int[] slotOf;

  private final IndexedFiles indexed;
  private final ScannedFiles files;
  private final EntityNumbers numbers;

  private final TreeSlots slots;

  private final NameNumbers names;

  /** Files whose entities were listed. */
  private final Set<SourceFile> listed = ConcurrentHashMap.newKeySet();

  /** Entities that were asked what they call. */
  private final Set<Entity> callers = ConcurrentHashMap.newKeySet();

  /** What was found, by name and question. */
  private final ConcurrentMap<Long, List<Entity>> answers = new ConcurrentHashMap<>();

  /** With entities that are numbered one behind the other. */
  public SegmentIndex(List<Segment> segments, String[] paths, int[] segmentOf, int[] slotOf) {
    this(segments, paths, segmentOf, slotOf, Numbering.DENSE);
  }

  /**
   * @param paths the files of the tree, sorted
   * @param segmentOf for each path the place of its file's segment in the list, or {@link #NOWHERE}
   * @param slotOf for each path its file's slot there; no slot serves two files
   */
  public SegmentIndex(
      List<Segment> segments, String[] paths, int[] segmentOf, int[] slotOf, Numbering numbering) {
    this.segments = List.copyOf(segments);
    this.names = new NameNumbers(this.segments);
    @Nullable Segment[] segmentOfPath = new Segment[paths.length];
    for (int place = 0; place < paths.length; place++) {
      segmentOfPath[place] = segmentOf[place] == NOWHERE ? null : segments.get(segmentOf[place]);
    }
    indexed = numbering.of(paths, segmentOfPath, slotOf);
    files = indexed.files();
    numbers = indexed.numbers();
    this.segmentOf = byNumber(segmentOf);
    this.slotOf = byNumber(slotOf);
    slots = new TreeSlots(this.segments, this.segmentOf, this.slotOf, numbers);
  }

  /** What is known of each path, by the numbers of files. */
  private int[] byNumber(int[] ofPaths) {
    int[] all = new int[files.numbers().bound()];
    Arrays.fill(all, NOWHERE);
    for (int place = 0; place < ofPaths.length; place++) {
      all[files.number(place)] = ofPaths[place];
    }
    return all;
  }

  @Override
  public Optional<Name> find(String text) {
    int number = names.number(text);
    return number < 0 ? Optional.empty() : Optional.of(new Name(number));
  }

  @Override
  public String text(Name name) {
    return names.name(name.number());
  }

  @Override
  public int fileBound() {
    return files.numbers().bound();
  }

  @Override
  public Stream<SourceFile> files() {
    return files.all().mapToObj(SourceFile::new);
  }

  @Override
  public Optional<SourceFile> file(String path) {
    int number = files.find(path);
    return number < 0 ? Optional.empty() : Optional.of(new SourceFile(number));
  }

  @Override
  public String path(SourceFile file) {
    return files.numbers().path(file.number());
  }

  @Override
  public int entityCount() {
    return numbers.count();
  }

  @Override
  public int entityBound() {
    return numbers.bound();
  }

  @Override
  public Stream<Entity> entities() {
    return files().flatMap(file -> numbers.of(file.number()).mapToObj(Entity::new));
  }

  @Override
  public SourceFile fileOf(Entity entity) {
    return new SourceFile(fileOf(entity.number()));
  }

  private int fileOf(int entity) {
    return numbers.fileOf(entity);
  }

  private Segment segment(int file) {
    return segments.get(segmentOf[file]);
  }

  /** The number of an entity of {@code file} in its own segment. */
  private int local(int file, int entity) {
    return segment(file).slots().firstEntity().get(slotOf[file]) + numbers.ordinal(file, entity);
  }

  private int flags(int entity) {
    int file = fileOf(entity);
    return segment(file).entities().flags().get(local(file, entity));
  }

  @Override
  public EntityKind kind(Entity entity) {
    return KINDS[flags(entity.number()) & Segment.KIND_MASK];
  }

  @Override
  public Name nameOf(Entity entity) {
    int file = fileOf(entity.number());
    int name = segment(file).entities().name().get(local(file, entity.number()));
    return new Name(names.numberOf(segmentOf[file], name));
  }

  @Override
  public Span extent(Entity entity) {
    int file = fileOf(entity.number());
    Segment.Entities entities = segment(file).entities();
    int local = local(file, entity.number());
    return new Span(entities.start().get(local), entities.end(local));
  }

  @Override
  public int nameOffset(Entity entity) {
    int file = fileOf(entity.number());
    return segment(file).entities().nameOffset(local(file, entity.number()));
  }

  @Override
  public boolean isStatic(Entity entity) {
    return (flags(entity.number()) & Segment.STATIC) != 0;
  }

  @Override
  public boolean mentionsMaskType(Entity entity) {
    return (flags(entity.number()) & Segment.MASK_TYPE) != 0;
  }

  @Override
  public PresenceCondition condition(Entity entity) {
    int file = fileOf(entity.number());
    Segment segment = segment(file);
    return segment
        .conditions()
        .get(segment.entities().condition().get(local(file, entity.number())));
  }

  @Override
  public List<Entity> entitiesOf(SourceFile file) {
    listed.add(file);
    return numbers.of(file.number()).mapToObj(Entity::new).toList();
  }

  @Override
  public List<Name> calls(Entity entity) {
    int file = fileOf(entity.number());
    callers.add(entity);
    int[] calls = segment(file).calls().row(local(file, entity.number()));
    Name[] result = new Name[calls.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = new Name(names.numberOf(segmentOf[file], calls[i]));
    }
    return List.of(result);
  }

  @Override
  public List<Entity> definitions(Name name) {
    return entities(name, Question.DEFINITIONS);
  }

  @Override
  public List<Entity> callers(Name name) {
    return entities(name, Question.CALLERS);
  }

  @Override
  public List<Entity> fieldCallers(Name name) {
    return entities(name, Question.FIELD_CALLERS);
  }

  @Override
  public List<Entity> fieldWriters(Name name) {
    return entities(name, Question.FIELD_WRITERS);
  }

  @Override
  public List<Entity> fewFieldWriters(Name name) {
    List<Entity> writers = entities(name, Question.FEW_FIELD_WRITERS);
    return writers.subList(0, Math.min(writers.size(), 2));
  }

  /** Notes that a question about a name was asked, for who knows the answer already. */
  public void ask(Question question, String text) {
    Optional<Name> name = find(text);
    if (name.isPresent()) {
      names.ask(name.get().number(), question.ordinal());
    } else if (question.isByHash()) {
      names.askMissed(text, question.ordinal());
    }
  }

  /** What a name's rows in all segments hold, as entities of the tree, in order. */
  private List<Entity> entities(Name name, Question question) {
    long key = (long) name.number() << 8 | question.ordinal();
    List<Entity> known = answers.get(key);
    if (known == null) {
      names.ask(name.number(), question.ordinal());
      int[] locals = names.locals(name.number());
      Found found = new Found();
      for (int s = 0; s < locals.length; s++) {
        if (locals[s] >= 0) {
          slots.collect(s, question.rows(segments.get(s)).row(locals[s]), found);
        }
      }
      known = found.sorted();
      answers.put(key, known);
    }
    return known;
  }

  @Override
  public List<FieldInitializer> initializersOfField(Name name) {
    return initializers(name, Question.INITIALIZERS_OF_FIELD);
  }

  @Override
  public List<FieldInitializer> initializersWithValue(Name name) {
    return initializers(name, Question.INITIALIZERS_WITH_VALUE);
  }

  private List<FieldInitializer> initializers(Name name, Question question) {
    names.ask(name.number(), question.ordinal());
    int[] locals = names.locals(name.number());
    List<FieldInitializer> result = new ArrayList<>();
    for (int s = 0; s < locals.length; s++) {
      if (locals[s] >= 0) {
        Segment.Initializers all = segments.get(s).initializers();
        for (int place : question.rows(segments.get(s)).row(locals[s])) {
          int entity = slots.number(s, all.entity().get(place));
          if (entity >= 0) {
            Name field = new Name(names.numberOf(s, all.field().get(place)));
            Name value = new Name(names.numberOf(s, all.value().get(place)));
            int offset = all.offset().get(place);
            result.add(new FieldInitializer(new Entity(entity), field, value, offset));
          }
        }
      }
    }
    // Those of one entity stay in the order in which they stand in it.
    result.sort(Comparator.comparing(FieldInitializer::entity));
    return result;
  }

  @Override
  public List<Entity> addressTakers(Name name) {
    names.ask(name.number(), Question.ADDRESS_TAKERS.ordinal());
    if (!isFunction(name)) {
      return List.of();
    }
    return byHash(text(name), Question.ADDRESS_TAKERS);
  }

  @Override
  public List<Entity> fieldReaders(String field) {
    return byHash(field, Question.FIELD_READERS);
  }

  @Override
  public List<Entity> valueHolders(String name) {
    return byHash(name, Question.ADDRESS_TAKERS);
  }

  private List<Entity> byHash(String text, Question question) {
    Optional<Name> name = find(text);
    if (name.isPresent()) {
      names.ask(name.get().number(), question.ordinal());
    } else {
      names.askMissed(text, question.ordinal());
    }
    int hash = question.hash(text);
    Found found = new Found();
    for (int s = 0; s < segments.size(); s++) {
      int segment = s;
      segments.get(s).arguments().collect(hash, local -> found.add(slots.number(segment, local)));
    }
    return found.sorted();
  }

  /** The place of an entity among those of its file, from 0. */
  public int ordinal(Entity entity) {
    return numbers.ordinal(fileOf(entity.number()), entity.number());
  }

  /**
   * What tells the content of a file from every other: files with equal ones are equal to the last
   * byte, in this index and in others of this process.
   */
  public FileContent content(SourceFile file) {
    return new FileContent(segment(file.number()), slotOf[file.number()]);
  }

  /** The files as they are, for a later index. */
  public IndexedFiles indexedFiles() {
    return indexed;
  }

  /** What was asked of this index so far, but for {@link #calls}. */
  public Questions questions() {
    Set<String> paths = new HashSet<>();
    listed.forEach(file -> paths.add(path(file)));
    return new Questions(names.asked(), names.missed(), paths);
  }

  private boolean isFunction(Name name) {
    for (Entity entity : definitions(name)) {
      if (kind(entity) == EntityKind.FUNCTION) {
        return true;
      }
    }
    return false;
  }
}
