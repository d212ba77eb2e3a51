package org.gfpaudit.testdata.mutate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gfpaudit.analyzer.load.SourceTree;

/**
 * Mutants of one tree, judged.
 *
 * @param results by question, in the order of the mutants' kinds
 */
record Experiment(Map<Question, List<Result>> results) {
  /** Masks that no mapping allows. */
  private static final List<String> BAD =
      List.of(
          "GFP_KERNEL",
          "GFP_NOFS",
          "GFP_USER",
          "GFP_HIGHUSER",
          "GFP_HIGHUSER_MOVABLE",
          "GFP_KERNEL | __GFP_NOWARN",
          "GFP_NOFS | __GFP_NOFAIL",
          "__GFP_IO | __GFP_FS");

  /** A mutant, what was said of it, and what that is worth. */
  record Result(Mutant mutant, Outcome outcome, Answer answer, Answer unbroken) {}

  private record Asked(Question question, Mutant mutant) {}

  /**
   * Breaks and rewrites sites of a tree and audits it, three times in all.
   *
   * @param seed which sites are taken; each kind of mutation draws for itself
   * @param each how many sites are taken for each kind
   */
  static Experiment of(SourceTree tree, long seed, int each) throws IOException {
    List<Site> sites = Sites.of(tree, Answered.rows(tree));
    Controls controls = Controls.of(tree, sites);
    List<Asked> asked = new ArrayList<>();
    for (Question question : Question.values()) {
      List<Site> fitting = sites.stream().filter(site -> question.fits(site, controls)).toList();
      for (Mutation mutation : question.mutations()) {
        Random random = new Random(seed ^ mutation.name().hashCode());
        List<Site> order = new ArrayList<>(fitting);
        Collections.shuffle(order, random);
        int wanted = asked.size() + each;
        for (Site site : order) {
          Filling filling = new Filling(asked.size(), BAD.get(random.nextInt(BAD.size())));
          Optional<Mutant> mutant = question.at(site, mutation).of(site, filling);
          if (mutant.isPresent() && asked.size() < wanted) {
            asked.add(new Asked(question, mutant.get()));
          }
        }
      }
    }
    return judged(tree, asked, controls);
  }

  private static Experiment judged(SourceTree tree, List<Asked> asked, Controls controls)
      throws IOException {
    Map<String, Answer> answers = new HashMap<>();
    for (Answered answered : Answered.of(tree, asked.stream().map(Asked::mutant).toList())) {
      answers.put(answered.placed().mutant().text(), answered.answer());
    }
    Map<Question, List<Result>> results = new EnumMap<>(Question.class);
    for (Asked each : asked) {
      Answer answer = answers.getOrDefault(each.mutant.text(), Answer.NONE);
      Answer unbroken = controls.unbroken(each.mutant.site());
      Outcome outcome = each.question.outcome(answer, unbroken);
      results
          .computeIfAbsent(each.question, question -> new ArrayList<>())
          .add(new Result(each.mutant, outcome, answer, unbroken));
    }
    return new Experiment(results);
  }
}
