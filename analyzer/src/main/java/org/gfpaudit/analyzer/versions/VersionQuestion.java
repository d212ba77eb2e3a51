package org.gfpaudit.analyzer.versions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.cond.PresenceCondition;

/** Atoms of conditions that the kernel's version answers. */
public final class VersionQuestion {
  private static final String CODE = "LINUX_VERSION_CODE";

  /** A comparison in normal form, as atoms are: the name stands on the left. */
  private static final Pattern COMPARISON = Pattern.compile(CODE + " (>=|==|>) ([^<>=]+)");

  private VersionQuestion() {}

  /** What is left of a condition where the version is known. */
  public static PresenceCondition given(PresenceCondition condition, VersionCode version) {
    return condition.isTrue() ? condition : condition.given(atom -> answer(atom, version));
  }

  static boolean isOne(String atom) {
    return answer(atom, new VersionCode(0)).isPresent();
  }

  static Optional<Boolean> answer(String atom, VersionCode version) {
    // Every kernel has both names.
    if (atom.equals("defined(" + CODE + ")") || atom.equals("defined(KERNEL_VERSION)")) {
      return Optional.of(true);
    }
    Matcher comparison = COMPARISON.matcher(atom);
    if (!comparison.matches()) {
      return Optional.empty();
    }
    return VersionCode.ofOperand(comparison.group(2))
        .map(
            other ->
                switch (comparison.group(1)) {
                  case ">=" -> version.compareTo(other) >= 0;
                  case ">" -> version.compareTo(other) > 0;
                  default -> version.equals(other);
                });
  }

  /** The releases at which the answer to an atom changes. */
  static List<VersionCode> boundaries(String atom) {
    Matcher comparison = COMPARISON.matcher(atom);
    Optional<VersionCode> other =
        comparison.matches() ? VersionCode.ofOperand(comparison.group(2)) : Optional.empty();
    if (other.isEmpty()) {
      return List.of();
    }
    VersionCode next = new VersionCode(other.get().code() + 1);
    return switch (comparison.group(1)) {
      case ">=" -> List.of(other.get());
      case ">" -> List.of(next);
      default -> List.of(other.get(), next);
    };
  }
}
