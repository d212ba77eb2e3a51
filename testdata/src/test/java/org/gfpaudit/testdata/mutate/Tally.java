package org.gfpaudit.testdata.mutate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.testdata.mutate.Experiment.Result;

/**
 * How often a kind of mutation got a wrong answer.
 *
 * @param outcome what was wrong
 * @param mutation the name of the kind
 * @param count how often
 * @param tried how many mutants of the kind there are
 */
record Tally(Outcome outcome, String mutation, int count, int tried) {
  private static final Pattern LINE = Pattern.compile("(\\w+) (\\S+) (\\d+) of (\\d+): (.+)");

  /** All wrong answers among results, by kind, in the order of the results. */
  static List<Tally> of(List<Result> results) {
    Map<String, List<Result>> byMutation = new LinkedHashMap<>();
    for (Result result : results) {
      byMutation.computeIfAbsent(result.mutant().mutation(), name -> new ArrayList<>()).add(result);
    }
    List<Tally> tallies = new ArrayList<>();
    byMutation.forEach(
        (name, of) -> {
          for (Outcome outcome : Outcome.values()) {
            int count = (int) of.stream().filter(each -> each.outcome() == outcome).count();
            if (outcome != Outcome.RIGHT && count > 0) {
              tallies.add(new Tally(outcome, name, count, of.size()));
            }
          }
        });
    return tallies;
  }

  /**
   * The known ones of a text: {@code OUTCOME MUTATION COUNT of TRIED: why} in each line, beside
   * empty lines and those that begin with {@code #}.
   */
  static List<Tally> known(String text) {
    List<Tally> known = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
          throw new IllegalArgumentException("not a known mistake with its reason: " + line);
        }
        known.add(
            new Tally(
                Outcome.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                matcher.group(2),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4))));
      }
    }
    return known;
  }

  /** Whether another says the same of the same kind, however often. */
  boolean isLike(Tally other) {
    return outcome == other.outcome && mutation.equals(other.mutation);
  }

  @Override
  public String toString() {
    return outcome.word() + " " + mutation + " " + count + " of " + tried;
  }
}
