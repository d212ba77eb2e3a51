package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.testdata.truth.Difference.Kind;
import org.gfpaudit.testdata.truth.MaskTruth.Source.HandedIn;
import org.gfpaudit.testdata.truth.Printed.Line;
import org.jspecify.annotations.Nullable;

/**
 * A program held against what the oracle says of it.
 *
 * @param compared how many rows were compared
 */
record Judged(
    SmallProgram program,
    Printed printed,
    Truth truth,
    int compared,
    List<Difference> differences) {

  /**
   * Compares.
   *
   * @param rows of the program
   */
  static Judged of(SmallProgram program, Printed printed, Truth truth, List<AuditRow> rows) {
    List<Difference> differences = new ArrayList<>();
    int compared = 0;
    boolean isWhole = truth.isThroughFields() || saysFields(printed, rows);
    for (Map.Entry<Statement, RowTruth> row : truth.rows().entrySet()) {
      Line line = printed.lines().get(row.getKey());
      if (line == null) {
        throw new IllFormedException("a row that is not printed");
      }
      List<AuditRow> here = rows.stream().filter(other -> isAt(other, line)).toList();
      compared++;
      Optional<Difference> difference =
          here.isEmpty() ? missing(row, line, rows) : different(right(truth, row), line, here);
      // Where fields take part, those who set them may have the verdict: the whole is compared.
      boolean isElsewhere =
          isWhole
              && (row.getKey() instanceof Statement.Sink
                  || row.getValue().has(HandedIn.FIELD)
                  || here.stream().anyMatch(Judged::isFromField));
      difference.filter(one -> !isElsewhere).ifPresent(differences::add);
    }
    if (!isWhole) {
      alarms(truth, printed, rows).forEach(differences::add);
    }
    if (isWhole) {
      compared++;
      whole(truth, rows).ifPresent(differences::add);
    }
    return new Judged(program, printed, truth, compared, differences);
  }

  /** Rows of calls from which no mask reaches the sink, and that say otherwise. */
  private static List<Difference> alarms(Truth truth, Printed printed, List<AuditRow> rows) {
    List<Difference> alarms = new ArrayList<>();
    printed
        .lines()
        .forEach(
            (statement, line) -> {
              if (!truth.rows().containsKey(statement)) {
                rows.stream()
                    .filter(row -> isAt(row, line) && isBad(row.verdict()))
                    .filter(row -> !isRight(truth.passed().get(statement), row.verdict()))
                    .map(row -> alarm(row, line))
                    .forEach(alarms::add);
              }
            });
    return alarms;
  }

  private static boolean isRight(@Nullable RowTruth row, Verdict verdict) {
    return row != null && row.right().contains(verdict);
  }

  private static Difference alarm(AuditRow row, Line line) {
    return new Difference(
        Kind.FALSE,
        line.file(),
        line.number(),
        Set.of(row.verdict()),
        Set.of(),
        "no mask of this call reaches the sink");
  }

  /** Whether a row says that the mask is that of a field, whose setters have the verdict. */
  private static boolean isFromField(AuditRow row) {
    return row.verdict() == Verdict.PASSTHROUGH && row.note().contains("comes from struct ");
  }

  private static boolean isAt(AuditRow row, Line line) {
    return row.place().line() == line.number() && row.place().file().equals(line.file());
  }

  /** Whether the oracle asks those who set a field: it has rows where nothing is called. */
  private static boolean saysFields(Printed printed, List<AuditRow> rows) {
    return rows.stream()
        .anyMatch(row -> printed.lines().values().stream().noneMatch(line -> isAt(row, line)));
  }

  private static Optional<Difference> missing(
      Map.Entry<Statement, RowTruth> row, Line line, List<AuditRow> rows) {
    Set<Verdict> right = row.getValue().right();
    boolean isSite = row.getKey() instanceof Statement.Sink;
    if (!isSite && right.stream().noneMatch(Judged::isBad)) {
      return Optional.empty();
    }
    // One that said that it lost the mask need not know who hands it in.
    boolean isHonest =
        !isSite && rows.stream().anyMatch(other -> other.verdict() == Verdict.UNKNOWN);
    Kind kind = isHonest ? Kind.UNKNOWN : Kind.MISS;
    return Optional.of(
        new Difference(kind, line.file(), line.number(), Set.of(), right, "there is no row"));
  }

  /** The verdict of the masks that are bound there, or of all that pass there. */
  private static Set<Verdict> right(Truth truth, Map.Entry<Statement, RowTruth> row) {
    Set<Verdict> right = EnumSet.copyOf(row.getValue().right());
    RowTruth passed = truth.passed().get(row.getKey());
    if (passed != null) {
      right.addAll(passed.right());
    }
    return right;
  }

  private static Optional<Difference> different(
      Set<Verdict> right, Line line, List<AuditRow> here) {
    AuditRow worst = here.stream().min(Comparator.comparing(AuditRow::verdict)).orElseThrow();
    if (right.contains(worst.verdict())) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            Difference.kind(worst.verdict(), right),
            line.file(),
            line.number(),
            Set.of(worst.verdict()),
            right,
            worst.note()));
  }

  private static Optional<Difference> whole(Truth truth, List<AuditRow> rows) {
    Set<Verdict> said = EnumSet.noneOf(Verdict.class);
    rows.forEach(row -> said.add(row.verdict()));
    Set<Verdict> right = truth.whole().right();
    boolean isBad = right.stream().allMatch(Judged::isBad);
    boolean saysBad = said.stream().anyMatch(Judged::isBad);
    boolean saysUnknown = said.contains(Verdict.UNKNOWN);
    boolean isUnknown = right.contains(Verdict.UNKNOWN);
    if (isBad == saysBad && (isBad || isUnknown == saysUnknown)) {
      return Optional.empty();
    }
    Kind kind = saysUnknown && !saysBad ? Kind.UNKNOWN : saysBad ? Kind.FALSE : Kind.MISS;
    return Optional.of(new Difference(kind, "", 0, said, right, "through fields"));
  }

  private static boolean isBad(Verdict verdict) {
    return verdict.compareTo(Verdict.UNKNOWN) < 0;
  }

  /** The program as one text, with what is wrong as comments. */
  String sample() {
    StringBuilder text = new StringBuilder();
    for (Difference difference : differences) {
      if (difference.file().isEmpty()) {
        text.append("/* ").append(difference.comment()).append(" */\n");
      }
    }
    printed
        .files()
        .forEach(
            (path, content) -> {
              if (printed.files().size() > 1) {
                text.append("/* ").append(path).append(" */\n");
              }
              text.append(SharedHeader.inlined(commented(path, content)));
            });
    return text.toString();
  }

  private String commented(String path, String content) {
    List<String> lines = new ArrayList<>(content.lines().toList());
    for (Difference difference : differences) {
      if (difference.file().equals(path)) {
        int at = difference.line() - 1;
        lines.set(at, lines.get(at) + " /* " + difference.comment() + " */");
      }
    }
    return String.join("\n", lines) + "\n";
  }

  Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    differences.forEach(difference -> kinds.add(difference.kind()));
    return kinds;
  }
}
