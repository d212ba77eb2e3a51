package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;

/**
 * Which definitions a name can mean where it is used. Without preprocessing this is an
 * over-approximation; it is narrowed by what C and the kernel's layout rule out:
 *
 * <ul>
 *   <li>a definition in the same file that is there in every configuration hides all others;
 *   <li>a static function or a macro of another {@code .c} file is not visible;
 *   <li>a header's definition is looked for near the user first: its own directory or one above,
 *       then the shared include directories, then anywhere;
 *   <li>programs of the tree that are not the kernel ({@code tools/perf}, {@code scripts}) and the
 *       kernel do not see each other, nor does one architecture another;
 *   <li>the kernel does not see a module that is read beside it;
 *   <li>a definition that no configuration builds together with the user's file is not there.
 * </ul>
 */
public final class Visibility {
  private static final List<String> OTHER_PROGRAMS =
      List.of("tools/", "scripts/", "usr/", "Documentation/");

  private final SourceIndex index;
  private final Coexistence coexistence;
  private final Predicate<String> isAudited;
  private final Memo<Question, List<Entity>> answers;

  public Visibility(SourceIndex index, Coexistence coexistence) {
    this(index, coexistence, path -> true);
  }

  /**
   * @param isAudited accepts the paths of a module's files; the others are those of the kernel
   *     beside it, which sees nothing that the module defines
   */
  Visibility(SourceIndex index, Coexistence coexistence, Predicate<String> isAudited) {
    this.index = index;
    this.coexistence = coexistence;
    this.isAudited = isAudited;
    this.answers = new Memo<>(coexistence.tracing(), "visible");
  }

  /** Which definitions one configuration can hold together. */
  Coexistence coexistence() {
    return coexistence;
  }

  /** The functions and function-like macros {@code name} can mean in {@code file}, in order. */
  public List<Entity> callees(SourceFile file, String name) {
    return known(file, name, Use.CALLED);
  }

  /** The object-like macros {@code name} can mean in {@code file}, in order. */
  public List<Entity> objectMacros(SourceFile file, String name) {
    return known(file, name, Use.MACRO);
  }

  /** The file-scope variables {@code name} can mean in {@code file}, in order. */
  public List<Entity> variables(SourceFile file, String name) {
    return known(file, name, Use.VARIABLE);
  }

  /** The types {@code name} can mean in {@code file}, in order. */
  public List<Entity> types(SourceFile file, String name) {
    return known(file, name, Use.TYPE);
  }

  /** As what a name is used. */
  private enum Use {
    CALLED,
    MACRO,
    VARIABLE,
    TYPE;

    boolean admits(EntityKind kind) {
      return switch (kind) {
        case FUNCTION, FUNCTION_MACRO -> this == CALLED;
        case OBJECT_MACRO -> this == CALLED || this == MACRO;
        case VARIABLE -> this == VARIABLE;
        case STRUCT, TYPEDEF -> this == TYPE;
        case INVOCATION -> false;
      };
    }
  }

  /** A question that is asked again and again. */
  private record Question(SourceFile file, String name, Use use) {

    // By hand: these are the keys of what is asked most often.
    @Override
    public boolean equals(Object other) {
      return other instanceof Question that
          && file.equals(that.file)
          && name.equals(that.name)
          && use == that.use;
    }

    @Override
    public int hashCode() {
      return (31 * name.hashCode() + file.hashCode()) * 31 + use.ordinal();
    }
  }

  private List<Entity> known(SourceFile file, String name, Use use) {
    return answers.get(
        new Question(file, name, use),
        question -> List.copyOf(definitions(file, name, e -> use.admits(index.kind(e)))));
  }

  /** Whether a use in {@code file} can mean {@code entity}, which bears the name used. */
  public boolean sees(SourceFile file, Entity entity) {
    String name = index.text(index.nameOf(entity));
    return definitions(file, name, e -> index.kind(e) == index.kind(entity)).contains(entity);
  }

  /** Whether an entity belongs to the kernel and not to another program of the tree. */
  public boolean isKernel(Entity entity) {
    return program(index.path(index.fileOf(entity))).isEmpty();
  }

  /** Whether code of both files can run in one program on one architecture. */
  public boolean canMeet(SourceFile file, SourceFile other) {
    String path = index.path(file);
    String otherPath = index.path(other);
    return program(path).equals(program(otherPath)) && !areArchesApart(path, otherPath);
  }

  private List<Entity> definitions(SourceFile file, String name, Predicate<Entity> kind) {
    List<Entity> all = kept(index.definitions(name), kind);
    if (all.isEmpty()) {
      return all;
    }
    List<Entity> own = kept(all, e -> index.fileOf(e).equals(file));
    for (Entity entity : own) {
      if (index.condition(entity).isTrue()) {
        return own;
      }
    }
    // Definitions ascend: so does all that is kept of them.
    List<Entity> seen = kept(all, e -> index.fileOf(e).equals(file) || canSee(file, e));
    String user = index.path(file);
    int nearest = Integer.MAX_VALUE;
    for (Entity entity : seen) {
      if (!index.fileOf(entity).equals(file)) {
        nearest = Math.min(nearest, distance(user, entity));
      }
    }
    int least = nearest;
    return kept(
        seen, e -> index.fileOf(e).equals(file) || isGlobal(e) || distance(user, e) == least);
  }

  private static List<Entity> kept(List<Entity> entities, Predicate<Entity> isKept) {
    List<Entity> kept = new ArrayList<>(entities.size());
    for (Entity entity : entities) {
      if (isKept.test(entity)) {
        kept.add(entity);
      }
    }
    return kept;
  }

  private boolean canSee(SourceFile file, Entity entity) {
    String user = index.path(file);
    String path = index.path(index.fileOf(entity));
    if (!program(user).equals(program(path))) {
      return false;
    }
    if (areArchesApart(user, path) || (isAudited.test(path) && !isAudited.test(user))) {
      return false;
    }
    return (isHeader(path) || isGlobal(entity)) && coexistence.isPossibleIn(file, entity);
  }

  /** A function or variable with external linkage: visible wherever it is. */
  private boolean isGlobal(Entity entity) {
    return switch (index.kind(entity)) {
      case FUNCTION, VARIABLE -> !index.isStatic(entity);
      case FUNCTION_MACRO, OBJECT_MACRO, STRUCT, TYPEDEF, INVOCATION -> false;
    };
  }

  private int distance(String user, Entity entity) {
    if (isGlobal(entity)) {
      return 1;
    }
    String path = index.path(index.fileOf(entity));
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    if (user.startsWith(directory)) {
      return 0;
    }
    return path.startsWith("include/") || path.contains("/include/") ? 1 : 2;
  }

  private static boolean isHeader(String path) {
    return path.endsWith(".h");
  }

  /** The program of the tree a file belongs to; empty for the kernel itself. */
  static String program(String path) {
    for (String other : OTHER_PROGRAMS) {
      if (path.startsWith(other)) {
        return other;
      }
    }
    return "";
  }

  private static boolean areArchesApart(String path, String other) {
    String arch = architecture(path);
    String otherArch = architecture(other);
    return !arch.isEmpty() && !otherArch.isEmpty() && !arch.equals(otherArch);
  }

  private static String architecture(String path) {
    if (!path.startsWith("arch/")) {
      return "";
    }
    int end = path.indexOf('/', 5);
    return end < 0 ? "" : path.substring(5, end);
  }
}
