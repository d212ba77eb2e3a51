package org.gfpaudit.analyzer.program;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.gfpaudit.grammar.index.EntityKind;
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
 *   <li>a definition that no configuration builds together with the user's file is not there.
 * </ul>
 */
public final class Visibility {
  private static final int[] NONE = {};
  private static final List<String> OTHER_PROGRAMS =
      List.of("tools/", "scripts/", "usr/", "Documentation/");

  private final SourceIndex index;
  private final Coexistence coexistence;

  public Visibility(SourceIndex index, Coexistence coexistence) {
    this.index = index;
    this.coexistence = coexistence;
  }

  /** The functions and function-like macros {@code name} can mean in {@code file}, in order. */
  public int[] callees(int file, String name) {
    return definitions(
        file,
        name,
        e ->
            index.kind(e) == EntityKind.FUNCTION
                || index.kind(e) == EntityKind.FUNCTION_MACRO
                || index.kind(e) == EntityKind.OBJECT_MACRO);
  }

  /** The object-like macros {@code name} can mean in {@code file}, in order. */
  public int[] objectMacros(int file, String name) {
    return definitions(file, name, e -> index.kind(e) == EntityKind.OBJECT_MACRO);
  }

  /** The file-scope variables {@code name} can mean in {@code file}, in order. */
  public int[] variables(int file, String name) {
    return definitions(file, name, e -> index.kind(e) == EntityKind.VARIABLE);
  }

  /** The types {@code name} can mean in {@code file}, in order. */
  public int[] types(int file, String name) {
    return definitions(
        file, name, e -> index.kind(e) == EntityKind.STRUCT || index.kind(e) == EntityKind.TYPEDEF);
  }

  /** Whether a use in {@code file} can mean {@code entity}, which bears the name used. */
  public boolean sees(int file, int entity) {
    for (int candidate :
        definitions(
            file, index.name(index.nameOf(entity)), e -> index.kind(e) == index.kind(entity))) {
      if (candidate == entity) {
        return true;
      }
    }
    return false;
  }

  /** Whether an entity belongs to the kernel and not to another program of the tree. */
  public boolean isKernel(int entity) {
    return program(index.path(index.fileOf(entity))).isEmpty();
  }

  /** Whether code of both files can run in one program on one architecture. */
  public boolean canMeet(int file, int other) {
    String path = index.path(file);
    String otherPath = index.path(other);
    return program(path).equals(program(otherPath)) && !areArchesApart(path, otherPath);
  }

  private int[] definitions(int file, String name, IntPredicate kind) {
    int id = index.nameId(name);
    int[] all = id < 0 ? NONE : kept(index.definitions(id), kind);
    if (all.length == 0) {
      return all;
    }
    int[] own = kept(all, e -> index.fileOf(e) == file);
    for (int entity : own) {
      if (index.condition(entity).isTrue()) {
        return own;
      }
    }
    // Definitions ascend: so does all that is kept of them.
    int[] seen = kept(all, e -> index.fileOf(e) == file || canSee(file, e));
    String user = index.path(file);
    int nearest = Integer.MAX_VALUE;
    for (int entity : seen) {
      if (index.fileOf(entity) != file) {
        nearest = Math.min(nearest, distance(user, entity));
      }
    }
    int least = nearest;
    return kept(seen, e -> index.fileOf(e) == file || isGlobal(e) || distance(user, e) == least);
  }

  private static int[] kept(int[] entities, IntPredicate isKept) {
    int[] kept = new int[entities.length];
    int count = 0;
    for (int entity : entities) {
      if (isKept.test(entity)) {
        kept[count++] = entity;
      }
    }
    return count == 0 ? NONE : Arrays.copyOf(kept, count);
  }

  private boolean canSee(int file, int entity) {
    String user = index.path(file);
    String path = index.path(index.fileOf(entity));
    if (!program(user).equals(program(path))) {
      return false;
    }
    if (areArchesApart(user, path)) {
      return false;
    }
    return (isHeader(path) || isGlobal(entity)) && coexistence.isPossibleIn(file, entity);
  }

  /** A function or variable with external linkage: visible wherever it is. */
  private boolean isGlobal(int entity) {
    return switch (index.kind(entity)) {
      case FUNCTION, VARIABLE -> !index.isStatic(entity);
      case FUNCTION_MACRO, OBJECT_MACRO, STRUCT, TYPEDEF, INVOCATION -> false;
    };
  }

  private int distance(String user, int entity) {
    if (isGlobal(entity)) {
      return 1;
    }
    String path = index.path(index.fileOf(entity));
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    if (user.startsWith(directory) && !directory.isEmpty()) {
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
