package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What can stand in the place of an option's value or of an argument.
 *
 * @param words for {@link Kind#WORDS} and {@link Kind#LIST}, in the order in which they are listed
 */
record Values(Kind kind, List<String> words) {

  /** Where the candidates come from. */
  enum Kind {
    /** One of the words. */
    WORDS,
    /** Some of the words, joined by commas. */
    LIST,
    /** A file or directory, of here or of the tree. */
    FILES,
    DIRECTORIES,
    /** A name of a commit, or two of them. */
    REVISIONS,
    /** Either of both. */
    FILES_AND_REVISIONS,
    /** A directory of arch/. */
    ARCHES,
    /** Nothing that could be listed, such as a number. */
    ANYTHING
  }

  /** What the labels of values mean. */
  private static final Map<String, Kind> BY_LABEL =
      Map.ofEntries(
          Map.entry("FILE", Kind.FILES),
          Map.entry("JSON", Kind.FILES),
          Map.entry("PATH", Kind.FILES),
          Map.entry(Targets.LABEL, Kind.FILES),
          Map.entry("DIR", Kind.DIRECTORIES),
          Map.entry("REV", Kind.REVISIONS),
          Map.entry("RANGE", Kind.REVISIONS),
          Map.entry("OLD", Kind.FILES_AND_REVISIONS),
          Map.entry("NEW", Kind.FILES_AND_REVISIONS),
          Map.entry("ARCH", Kind.ARCHES));

  /**
   * The values of an argument or option of a command.
   *
   * @param formats those that the command writes
   */
  static Values of(ArgSpec argument, List<String> formats) {
    if (argument.paramLabel().equals("FORMAT")) {
      return new Values(Kind.WORDS, formats);
    }
    if (argument.completionCandidates() != null) {
      List<String> words = new ArrayList<>();
      argument.completionCandidates().forEach(words::add);
      return new Values(argument.paramLabel().equals("LIST") ? Kind.LIST : Kind.WORDS, words);
    }
    return new Values(BY_LABEL.getOrDefault(argument.paramLabel(), Kind.ANYTHING), List.of());
  }
}
