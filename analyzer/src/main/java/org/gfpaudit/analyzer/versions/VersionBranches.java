package org.gfpaudit.analyzer.versions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.grammar.cond.PresenceCondition;

/** The {@code #if} and {@code #elif} lines of one file that ask for the kernel's version. */
final class VersionBranches {
  /** A longer expression is left as it is: nobody wrote it by hand. */
  private static final int MOST_CHARACTERS = 4000;

  private static final VersionBranches NONE = new VersionBranches(List.of());

  private final List<Branch> branches;

  private record Branch(Directive directive, PresenceCondition condition) {}

  private VersionBranches(List<Branch> branches) {
    this.branches = branches;
  }

  /** Finds the lines of a file that ask for the version; takes time linear in its content. */
  static VersionBranches of(String file, byte[] content, VersionMacros macros) {
    if (macros.isSilent(file)) {
      return NONE;
    }
    List<Branch> branches = new ArrayList<>();
    for (Directive directive : Directive.of(textOf(content))) {
      String expression =
          switch (directive.keyword()) {
            case "if", "elif" -> directive.rest();
            case "ifdef" -> "defined(" + directive.rest() + ")";
            case "ifndef" -> "!defined(" + directive.rest() + ")";
            default -> "";
          };
      if (!expression.isEmpty() && expression.length() <= MOST_CHARACTERS) {
        PresenceCondition condition = PresenceCondition.parse(macros.expanded(file, expression));
        if (condition.atoms().stream().anyMatch(VersionQuestion::isOne)) {
          branches.add(new Branch(directive, condition));
        }
      }
    }
    return new VersionBranches(List.copyOf(branches));
  }

  /** Whether the version decides nothing. */
  boolean isEmpty() {
    return branches.isEmpty();
  }

  /**
   * The content with each condition written as what is left of it when the version is known: 1, 0
   * or what else it asks for. Padded, so that all offsets stay; what does not fit in its place
   * stays as it was.
   */
  byte[] at(VersionCode version, byte[] content) {
    if (branches.isEmpty()) {
      return content;
    }
    String text = textOf(content);
    // The same question stands in many lines.
    Map<PresenceCondition, String> questions = new HashMap<>();
    StringBuilder decided = new StringBuilder(text.length());
    for (Branch branch : branches) {
      Directive directive = branch.directive();
      String keyword = directive.keyword().equals("elif") ? "elif" : "if";
      String question =
          questions.computeIfAbsent(branch.condition(), condition -> left(condition, version));
      String line = text.substring(directive.start(), directive.end());
      decided.append(text, decided.length(), directive.start());
      decided.append(padded(line, keyword + " " + question).orElse(line));
    }
    decided.append(text, decided.length(), text.length());
    return decided.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String left(PresenceCondition condition, VersionCode version) {
    PresenceCondition left = condition.given(atom -> VersionQuestion.answer(atom, version));
    return left.isTrue() ? "1" : left.toString();
  }

  /** The releases at which one of the conditions changes its answer. */
  SortedSet<VersionCode> boundaries() {
    SortedSet<VersionCode> boundaries = new TreeSet<>();
    for (Branch branch : branches) {
      for (String atom : branch.condition().atoms()) {
        boundaries.addAll(VersionQuestion.boundaries(atom));
      }
    }
    return boundaries;
  }

  private static String textOf(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /** {@code text} in the place of a line and of its length; empty where it does not fit. */
  private static Optional<String> padded(String line, String text) {
    int room = 0;
    while (room < line.length() && line.charAt(room) != '\n' && !Directive.isSplice(line, room)) {
      room++;
    }
    if (text.length() > room) {
      return Optional.empty();
    }
    StringBuilder padded = new StringBuilder(text);
    for (int i = text.length(); i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isLineEnd = c == '\n' || c == '\r' || Directive.isSplice(line, i);
      padded.append(isLineEnd ? c : ' ');
    }
    return Optional.of(padded.toString());
  }
}
