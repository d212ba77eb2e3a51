package org.gfpaudit.analyzer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;

/**
 * What a command line names: findings by id, by the first digits of one, or all there is at a line,
 * in a function or in a file. {@code explain}, {@code graph} and {@code patch} read it alike.
 */
final class Targets {
  /** What stands for it in help. */
  static final String LABEL = "TARGET";

  private static final int ID_LENGTH = 9;
  private static final int MAX_HINTS = 12;
  private static final Pattern ID = Pattern.compile("[Gg]\\p{XDigit}{8}|G[0-9a-f]{3,7}");
  private static final Pattern SHORT_ID = Pattern.compile("G[0-9a-f]{1,2}");
  private static final Pattern LINE = Pattern.compile("(?s)(.+?):(\\d{1,9})(?::(\\d{1,9}))?");
  private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w*)(?:\\(\\))?");
  private static final Pattern IN_FILE = Pattern.compile("(?s)(.+):([A-Za-z_]\\w*)(?:\\(\\))?");

  /** What a word can be. */
  enum Kind {
    ID,
    LINE,
    FUNCTION,
    FILE
  }

  /**
   * One of the words.
   *
   * @param file as it was written; empty where the word names none
   * @param name of a function, or an id or its beginning; empty where the word names none
   * @param line 0 where the word names none, as the column
   */
  record Target(Kind kind, String file, String name, int line, int column) {}

  private final List<Target> targets;

  /**
   * @throws UsageException where a word is nothing of that
   */
  Targets(List<String> words) throws UsageException {
    List<Target> read = new ArrayList<>();
    for (String word : words) {
      read.add(read(word));
    }
    targets = List.copyOf(read);
  }

  private static Target read(String word) throws UsageException {
    Matcher line = LINE.matcher(word);
    Matcher name = NAME.matcher(word);
    Matcher inFile = IN_FILE.matcher(word);
    if (ID.matcher(word).matches()) {
      return new Target(Kind.ID, "", "G" + word.substring(1).toLowerCase(Locale.ROOT), 0, 0);
    }
    if (line.matches()) {
      int column = line.group(3) == null ? 0 : Integer.parseInt(line.group(3));
      return new Target(Kind.LINE, line.group(1), "", Integer.parseInt(line.group(2)), column);
    }
    if (name.matches()) {
      return new Target(Kind.FUNCTION, "", name.group(1), 0, 0);
    }
    if (inFile.matches()) {
      return new Target(Kind.FUNCTION, inFile.group(1), inFile.group(2), 0, 0);
    }
    if (word.isBlank() || !(word.contains("/") || word.contains("."))) {
      throw new UsageException(
          "'"
              + word
              + "' is neither an id such as G1a2b3c4d or its beginning, nor FILE:LINE, FUNCTION,"
              + " FILE:FUNCTION or FILE; 'check' shows ids and lines");
    }
    return new Target(Kind.FILE, word, "", 0, 0);
  }

  boolean isEmpty() {
    return targets.isEmpty();
  }

  /** The target, where exactly one is asked for. */
  Target only() {
    return targets.get(0);
  }

  /** Whether any is named by its id: then it may be of any rule and anywhere. */
  boolean hasId() {
    return targets.stream().anyMatch(each -> each.kind() == Kind.ID);
  }

  /** The files by which the tree is found, where nothing else asks for all of it. */
  List<String> files() {
    boolean areAllInFiles = targets.stream().noneMatch(each -> each.file().isEmpty());
    return areAllInFiles ? targets.stream().map(Target::file).distinct().toList() : List.of();
  }

  /** Whether a finding is named. */
  Predicate<Finding> in(TreeSelection selection, Path here) throws UsageException {
    Predicate<Finding> any = finding -> false;
    for (Target target : targets) {
      Predicate<Place> places = places(target, selection, here);
      any =
          any.or(
              target.kind() == Kind.ID
                  ? finding -> finding.id().startsWith(target.name())
                  : finding -> places.test(finding.place()));
    }
    return any;
  }

  /** Whether a row is at a place that is named. */
  Predicate<AuditRow> rowsIn(TreeSelection selection, Path here) throws UsageException {
    Predicate<Place> any = place -> false;
    for (Target target : targets) {
      any = any.or(places(target, selection, here));
    }
    Predicate<Place> named = any;
    return row -> named.test(row.place());
  }

  private static Predicate<Place> places(Target target, TreeSelection selection, Path here)
      throws UsageException {
    String file = target.file().isEmpty() ? "" : selection.relative(here, target.file());
    Predicate<Place> inFile =
        place -> file.isEmpty() || place.file().equals(file) || place.file().startsWith(file + "/");
    return switch (target.kind()) {
      case ID -> place -> false;
      case FILE -> inFile;
      case FUNCTION -> inFile.and(place -> place.function().equals(target.name()));
      case LINE ->
          inFile.and(
              place ->
                  place.line() == target.line()
                      && (target.column() == 0 || place.column() == target.column()));
    };
  }

  /**
   * Checks that every target names something.
   *
   * @param areRowsEnough whether a site or origin without a finding will do
   * @param hint what else could be the reason, to be said behind it
   * @throws UsageException where one names nothing, or several findings by one beginning of an id
   */
  void requireKnown(
      AuditResult audit, TreeSelection selection, Path here, boolean areRowsEnough, String hint)
      throws UsageException {
    for (Target target : targets) {
      if (target.kind() == Kind.ID) {
        requireOne(target.name(), audit, hint);
        continue;
      }
      Predicate<Place> isMeant = places(target, selection, here);
      Stream<Place> places = audit.findings().stream().map(Finding::place);
      if (areRowsEnough) {
        places = Stream.concat(places, audit.rows().stream().map(AuditRow::place));
      }
      if (places.noneMatch(isMeant)) {
        throw new UsageException(nothing(target, selection, here, audit, areRowsEnough) + hint);
      }
    }
  }

  private static void requireOne(String id, AuditResult audit, String hint) throws UsageException {
    TreeSet<String> found =
        audit.findings().stream()
            .map(Finding::id)
            .filter(each -> each.startsWith(id))
            .collect(Collectors.toCollection(TreeSet::new));
    if (found.isEmpty()) {
      throw new UsageException(
          "no finding "
              + id
              + (id.length() < ID_LENGTH ? "..." : "")
              + " in this tree; ids hold for one tree, 'check' lists them"
              + hint);
    }
    if (found.size() > 1) {
      throw new UsageException(
          found.size()
              + " findings have an id that begins with "
              + id
              + ": "
              + found.stream().limit(MAX_HINTS).collect(Collectors.joining(", ")));
    }
  }

  private static String nothing(
      Target target, TreeSelection selection, Path here, AuditResult audit, boolean areRowsEnough)
      throws UsageException {
    String what = areRowsEnough ? "site or origin" : "finding";
    Stream<Place> all =
        Stream.concat(
            areRowsEnough ? audit.rows().stream().map(AuditRow::place) : Stream.of(),
            audit.findings().stream().map(Finding::place));
    if (target.kind() == Kind.FUNCTION) {
      List<String> near =
          Suggestion.nearestFew(
              target.name(), all.map(Place::function).distinct().sorted().toList(), 3);
      return "no "
          + what
          + " in a function "
          + target.name()
          + "()"
          + (target.file().isEmpty() ? "" : " of " + selection.relative(here, target.file()))
          + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?")
          + (SHORT_ID.matcher(target.name()).matches()
              ? "; of an id give four characters at least, as G1a2"
              : "");
    }
    String file = selection.relative(here, target.file());
    if (target.kind() == Kind.FILE) {
      return "no " + what + " in " + file;
    }
    String lines =
        all.filter(place -> place.file().equals(file))
            .map(Place::line)
            .distinct()
            .sorted()
            .limit(MAX_HINTS)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "no "
        + what
        + " at "
        + file
        + ":"
        + target.line()
        + (lines.isEmpty() ? ", nor in the whole file" : "; there are some in line " + lines)
        + (areRowsEnough ? "" : "; 'check --level note' lists them");
  }
}
