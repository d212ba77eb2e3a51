package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.rules.finding.AuditRow;

/** Many programs at once, because an audit of many files costs little more than one of a few. */
final class Campaign {
  private static final int AT_ONCE = 400;

  private Campaign() {}

  /** A program with its truth. */
  record Subject(SmallProgram program, Truth truth) {}

  /**
   * The programs of {@code count} seeds; those without meaning, or without an arrival, are left
   * out.
   */
  static List<Subject> programs(long seed, int count, Set<Feature> features) {
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      subject(Generator.program(seed * 1_000_003 + i, features)).ifPresent(subjects::add);
    }
    return subjects;
  }

  static Optional<Subject> subject(SmallProgram program) {
    try {
      Truth truth = Truth.of(program);
      return truth.rows().isEmpty() ? Optional.empty() : Optional.of(new Subject(program, truth));
    } catch (IllFormedException e) {
      return Optional.empty();
    }
  }

  /** Judges programs, in their order. */
  static List<Judged> judge(List<Subject> subjects, Oracle oracle) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i += AT_ONCE) {
      judgeTogether(subjects.subList(i, Math.min(subjects.size(), i + AT_ONCE)), oracle, judged);
    }
    return judged;
  }

  private static void judgeTogether(List<Subject> subjects, Oracle oracle, List<Judged> judged) {
    List<Printed> printed = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      printed.add(Printer.print(subjects.get(i).program(), "t" + i));
    }
    Map<String, List<AuditRow>> rows = new HashMap<>();
    for (AuditRow row : oracle.rows(printed)) {
      String file = row.place().file();
      rows.computeIfAbsent(file.substring(0, file.lastIndexOf('/')), key -> new ArrayList<>())
          .add(row);
    }
    for (int i = 0; i < subjects.size(); i++) {
      judged.add(
          Judged.of(
              subjects.get(i).program(),
              printed.get(i),
              subjects.get(i).truth(),
              rows.getOrDefault("fs/t" + i, List.of())));
    }
  }
}
