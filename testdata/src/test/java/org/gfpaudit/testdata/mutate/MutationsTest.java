package org.gfpaudit.testdata.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.testdata.mutate.Experiment.Result;
import org.junit.jupiter.api.Test;

/**
 * Breaks and rewrites sites of the real tree that the property {@code mutations.tree} names, and
 * holds the wrong answers against {@code mutations/known.txt}. {@code mutations.seed} is a number
 * or {@code new}, and {@code mutations.each} the number of sites for each kind of mutation; with
 * either, known mistakes may be gone, and their number is free.
 */
class MutationsTest {
  private static final long SEED = 14;
  private static final int EACH = 4;

  @Test
  void theWrongAnswersAreTheKnownOnes() throws IOException {
    String directory = System.getProperty("mutations.tree", "");
    assumeTrue(
        !directory.isEmpty(), "mutations.tree names no tree, so no site of a real one is mutated");
    String wanted = System.getProperty("mutations.seed", "");
    boolean isFixed = wanted.isEmpty() && System.getProperty("mutations.each") == null;
    long seed =
        wanted.equals("new")
            ? new Random().nextInt(1_000_000)
            : wanted.isEmpty() ? SEED : Long.parseLong(wanted);
    int each = Integer.getInteger("mutations.each", EACH);
    Experiment experiment =
        Experiment.of(new DirectoryTree(Path.of(directory), "tree"), seed, each);
    List<Tally> known = Tally.known(Files.readString(Question.DIRECTORY.resolve("known.txt")));
    System.out.println("mutations: seed " + seed + ", " + each + " sites for each kind");
    experiment.results().forEach((question, results) -> print(question, results, known));
    List<Tally> found =
        experiment.results().values().stream().flatMap(of -> Tally.of(of).stream()).toList();
    if (isFixed) {
      assertEquals(lines(known), lines(found), "mistakes that are known, and those that are made");
    } else {
      assertEquals(
          List.of(),
          found.stream().filter(one -> known.stream().noneMatch(one::isLike)).toList(),
          "mistakes that are not known");
    }
    for (Question question : Question.values()) {
      assertTrue(
          experiment.results().getOrDefault(question, List.of()).size() > 40, question.name());
    }
  }

  private static String lines(List<Tally> tallies) {
    return String.join("\n", tallies.stream().map(Tally::toString).sorted().toList());
  }

  /** How many answers are right, and each wrong one that is not known, with its text. */
  private static void print(Question question, List<Result> results, List<Tally> known) {
    StringBuilder line = new StringBuilder("mutations: " + question + ": " + results.size());
    for (Outcome outcome : Outcome.values()) {
      long count = results.stream().filter(result -> result.outcome() == outcome).count();
      if (count > 0) {
        line.append(", ").append(count).append(' ').append(outcome.word());
      }
    }
    System.out.println(line);
    for (Result result : results) {
      Tally tally = new Tally(result.outcome(), result.mutant().mutation(), 1, 1);
      if (result.outcome() != Outcome.RIGHT && known.stream().noneMatch(tally::isLike)) {
        System.out.println(
            result.outcome().word()
                + " "
                + result.mutant().mutation()
                + " at "
                + result.mutant().site().name()
                + ": "
                + result.answer()
                + ", unbroken "
                + result.unbroken()
                + "\n"
                + result.mutant().text());
      }
    }
  }
}
