package org.gfpaudit.analyzer.kbuild;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.Problem;

/**
 * The conditions under which a tree's makefiles build its files. Only the makefiles on the way to
 * the files asked for are read, each once. Safe for several threads.
 *
 * <p>Conditions are upper bounds. A tristate counts as one switch, and a test that depends on
 * anything but configuration symbols may always hold. A file that is both built and included by
 * another bears the condition under which it is built.
 */
public final class Kbuild {
  private static final String SOURCE = ".c";

  private final SourceTree tree;
  private final ConcurrentHashMap<String, Makefile> makefiles = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, PresenceCondition> directories =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, PresenceCondition> files = new ConcurrentHashMap<>();

  public Kbuild(SourceTree tree) {
    this.tree = tree;
  }

  /**
   * The same of another state of the tree. Of the makefiles that {@code before} read those are read
   * again that say something else; all of them are looked at, and the tree may note that.
   */
  public static Kbuild after(Kbuild before, SourceTree tree) {
    Kbuild now = new Kbuild(tree);
    before.makefiles.forEach(
        (directory, makefile) -> {
          if (makefile.isAsIn(tree)) {
            now.makefiles.put(directory, makefile);
          }
        });
    if (now.makefiles.size() == before.makefiles.size()) {
      now.directories.putAll(before.directories);
      now.files.putAll(before.files);
    }
    return now;
  }

  /**
   * The condition under which a file is compiled: that of the directories on the way to it and of
   * the lines that name its object. {@link PresenceCondition#TRUE} where no makefile names it:
   * headers, files that others include, programs with a build of their own.
   *
   * @param path relative to the tree's root
   */
  public PresenceCondition conditionOf(String path) {
    if (!path.endsWith(SOURCE) || hasOwnBuild(path)) {
      return PresenceCondition.TRUE;
    }
    PresenceCondition known = files.get(path);
    if (known == null) {
      known = fileCondition(path);
      files.put(path, known);
    }
    return known;
  }

  private PresenceCondition fileCondition(String path) {
    String object = path.substring(0, path.length() - SOURCE.length()) + ".o";
    PresenceCondition condition = PresenceCondition.FALSE;
    boolean isNamed = false;
    for (String at = TreePath.parent(path); ; at = TreePath.parent(at)) {
      Optional<PresenceCondition> here = makefile(at).object(object);
      if (here.isPresent()) {
        isNamed = true;
        condition = condition.or(directoryCondition(at).and(here.get()));
      }
      if (at.isEmpty()) {
        return isNamed ? condition : PresenceCondition.TRUE;
      }
    }
  }

  private PresenceCondition directoryCondition(String directory) {
    if (directory.isEmpty()) {
      return PresenceCondition.TRUE;
    }
    PresenceCondition known = directories.get(directory);
    if (known != null) {
      return known;
    }
    PresenceCondition condition = PresenceCondition.FALSE;
    boolean isNamed = false;
    for (String at = directory; !at.isEmpty(); ) {
      at = TreePath.parent(at);
      Optional<PresenceCondition> here = makefile(at).directory(directory);
      if (here.isPresent()) {
        isNamed = true;
        condition = condition.or(directoryCondition(at).and(here.get()));
      }
    }
    PresenceCondition result = isNamed ? condition : PresenceCondition.TRUE;
    directories.put(directory, result);
    return result;
  }

  /** The makefiles that took too much to read, so that they make no condition; by path. */
  public List<Problem> problems() {
    return makefiles.entrySet().stream()
        .filter(entry -> entry.getValue().isGivenUp())
        .map(Map.Entry::getKey)
        .sorted()
        .map(
            directory ->
                new Problem(
                    TreePath.child(directory, "Makefile"),
                    0,
                    "it takes more work to read than any makefile of a kernel, so what it builds"
                        + " counts as built in every configuration",
                    /* severe= */ true))
        .toList();
  }

  private Makefile makefile(String directory) {
    return makefiles.computeIfAbsent(directory, d -> Makefile.of(tree, d));
  }

  /** Programs of the tree that are not the kernel; their makefiles mean something else. */
  private static boolean hasOwnBuild(String path) {
    return path.startsWith("tools/")
        || path.startsWith("scripts/")
        || path.startsWith("Documentation/");
  }
}
