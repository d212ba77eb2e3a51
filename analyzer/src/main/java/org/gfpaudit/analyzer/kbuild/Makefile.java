package org.gfpaudit.analyzer.kbuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.cond.PresenceCondition;

/** What the makefiles of one directory build: objects and directories, each under a condition. */
final class Makefile {
  private static final List<String> OBJECT_GOALS = List.of("obj-y", "obj-m", "lib-y", "lib-m");
  private static final List<String> DIRECTORY_GOALS = List.of("subdir-y", "subdir-m");

  /** Goals of the top-level makefile and of an architecture's; paths are from the root. */
  private static final List<String> ROOT_GOALS =
      List.of("init-y", "core-y", "drivers-y", "net-y", "libs-y", "virt-y");

  /** A composite object of composite objects is not something Kbuild knows; two are margin. */
  private static final int MOST_NESTING = 3;

  private final Map<String, PresenceCondition> objects = new HashMap<>();
  private final Map<String, PresenceCondition> directories = new HashMap<>();
  private final List<Word> objectPatterns = new ArrayList<>();
  private final List<Word> directoryPatterns = new ArrayList<>();

  private final boolean isGivenUp;

  /** What it was read from, by path. */
  private Map<String, Optional<byte[]>> contents = Map.of();

  private Makefile(boolean isGivenUp) {
    this.isGivenUp = isGivenUp;
  }

  /** Whether it takes too much to read, so that nothing is known of it. */
  boolean isGivenUp() {
    return isGivenUp;
  }

  /**
   * Reads the makefiles of a directory. Of one that takes too much to read, nothing is known.
   *
   * @param directory relative to the tree's root, which is empty
   */
  static Makefile of(SourceTree tree, String directory) {
    MakefileTexts texts = new MakefileTexts(tree);
    Makefile makefile = new Makefile(/* isGivenUp= */ false);
    try {
      makefile.readKbuild(texts, directory);
    } catch (Effort.SpentException e) {
      return new Makefile(/* isGivenUp= */ true);
    }
    try {
      makefile.readGoalsFromRoot(texts, directory);
    } catch (Effort.SpentException e) {
      return new Makefile(/* isGivenUp= */ true);
    }
    makefile.contents = texts.contents();
    return makefile;
  }

  /** Whether it would be the same if it were read from {@code tree}, which it is. */
  boolean isAsIn(SourceTree tree) {
    return !isGivenUp && MakefileTexts.areAsIn(tree, contents);
  }

  /** The condition under which an object is built from here, where it is mentioned. */
  Optional<PresenceCondition> object(String path) {
    return condition(path, objects, objectPatterns);
  }

  /** The condition under which a directory is built from here, where it is mentioned. */
  Optional<PresenceCondition> directory(String path) {
    return condition(path, directories, directoryPatterns);
  }

  private static Optional<PresenceCondition> condition(
      String path, Map<String, PresenceCondition> exact, List<Word> patterns) {
    PresenceCondition condition = exact.get(path);
    for (Word pattern : patterns) {
      if (Word.matches(pattern.text(), path)) {
        PresenceCondition other = pattern.guard().condition();
        condition = condition == null ? other : condition.or(other);
      }
    }
    return Optional.ofNullable(condition);
  }

  private void readKbuild(MakefileTexts texts, String directory) {
    Effort effort = new Effort();
    Variables variables = new Variables(effort);
    MakefileReader reader = new MakefileReader(texts, directory, true, variables, effort);
    boolean isRead = reader.read(TreePath.child(directory, "Kbuild"));
    if (!isRead && !directory.isEmpty()) {
      reader.read(TreePath.child(directory, "Makefile"));
    }
    Members members = new Members(variables, reader.expander(), effort);
    for (Word word : reader.words(OBJECT_GOALS)) {
      addGoal(directory, word, false, members);
    }
    for (Word word : reader.words(DIRECTORY_GOALS)) {
      addGoal(directory, word, true, members);
    }
  }

  private void readGoalsFromRoot(MakefileTexts texts, String directory) {
    boolean isArchitecture =
        directory.startsWith("arch/") && directory.indexOf('/', "arch/".length()) < 0;
    if (directory.isEmpty() || isArchitecture) {
      Effort effort = new Effort();
      Variables variables = new Variables(effort);
      MakefileReader reader = new MakefileReader(texts, directory, false, variables, effort);
      reader.read(TreePath.child(directory, "Makefile"));
      Members none = new Members(new Variables(effort), reader.expander(), effort);
      for (Word word : reader.words(ROOT_GOALS)) {
        addGoal("", word, false, none);
      }
    }
  }

  private void addGoal(String directory, Word word, boolean isDirectory, Members members) {
    String text = word.text();
    if (text.equals(Word.ANY)) {
      String anything = TreePath.child(directory, Word.ANY);
      objectPatterns.add(new Word(anything, word.guard()));
      directoryPatterns.add(new Word(anything, word.guard()));
    } else if (isDirectory || text.endsWith("/")) {
      add(directory, text, word.guard(), directories, directoryPatterns);
    } else if (text.endsWith("/built-in.o")
        || text.endsWith("/built-in.a")
        || text.endsWith("/lib.a")) {
      add(directory, TreePath.parent(text), word.guard(), directories, directoryPatterns);
    } else if (text.endsWith(".o")) {
      addObject(directory, word, members, 0);
    }
  }

  private void addObject(String directory, Word word, Members members, int nesting) {
    if (word.text().equals(Word.ANY)) {
      objectPatterns.add(new Word(TreePath.child(directory, Word.ANY), word.guard()));
      return;
    }
    if (!word.text().endsWith(".o")) {
      return;
    }
    boolean isWeaker = add(directory, word.text(), word.guard(), objects, objectPatterns);
    if (isWeaker && nesting < MOST_NESTING && !word.isPattern()) {
      for (Word member : members.of(word.text())) {
        addObject(directory, member.under(word.guard()), members, nesting + 1);
      }
    }
  }

  /** Whether this tells anything new. */
  private static boolean add(
      String directory,
      String name,
      Guard guard,
      Map<String, PresenceCondition> exact,
      List<Word> patterns) {
    Optional<String> path = TreePath.of(TreePath.child(directory, name));
    if (path.isEmpty() || guard.isNever()) {
      return false;
    }
    if (name.contains(Word.ANY)) {
      patterns.add(new Word(path.get(), guard));
      return true;
    }
    PresenceCondition before = exact.get(path.get());
    PresenceCondition after =
        before == null
            ? guard.condition()
            : new Guard(before, false).or(new Guard(guard.condition(), false)).condition();
    exact.put(path.get(), after);
    return before == null || !after.equals(before);
  }

  /** The parts of composite objects: {@code foo.o} of {@code foo-y} and {@code foo-objs}. */
  private record Members(Variables variables, Expander expander, Effort effort) {
    List<Word> of(String object) {
      String base = object.substring(object.lastIndexOf('/') + 1, object.length() - 2);
      String directory = object.substring(0, object.lastIndexOf('/') + 1);
      List<Word> members = new ArrayList<>();
      for (String name : List.of(base + "-y", base + "-objs", base + "-m")) {
        for (Word word : variables.words(name, expander)) {
          effort.spend(1);
          members.add(directory.isEmpty() ? word : new Word(directory + word.text(), word.guard()));
        }
      }
      return members;
    }
  }
}
