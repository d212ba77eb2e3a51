package org.gfpaudit.analyzer.constrain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Subsystem;
import org.gfpaudit.rules.mask.Judgement;

/**
 * Ranks findings by the mappings that can reach them.
 *
 * <ul>
 *   <li>An error: a mapping that clears the bit the constant sets can reach the code. Generic code
 *       is reached by the mappings of every file system, other code by those of its own subsystem.
 *       A mapping with a name of its own reaches code that names it, and generic code.
 *   <li>A warning: only a mapping could that backs something, such as a loop device.
 *   <li>A note: none could; the mapping is private, by where the code is or by its name.
 * </ul>
 *
 * <p>The bit is FS where a constant sets it, else IO. A tree in which nothing sets the mask of a
 * mapping tells nothing, which is said of a module; and neither does a verdict that is not about a
 * bit a constant sets.
 */
public final class Ladder {
  private static final int MAX_NAMED = 3;

  private final List<ConstrainerSite> constrainers;
  private final Knowledge knowledge;

  /**
   * @param constrainers of the whole tree, sorted
   */
  public Ladder(List<ConstrainerSite> constrainers, Knowledge knowledge) {
    this.constrainers = List.copyOf(constrainers);
    this.knowledge = knowledge;
  }

  /** The rank of a finding on {@code row}, where one can be given. */
  public Optional<Rank> rank(AuditRow row, Judgement judgement) {
    return switch (row.verdict()) {
      case HARDCODED -> ranked(row, /* isFs= */ true);
      case HARDCODED_NOFS -> ranked(row, /* isFs= */ false);
      case PARTIAL, RE_ADDED -> ranked(row, judgement.hardcodesFs());
      default -> Optional.empty();
    };
  }

  /**
   * Whether no mapping that can reach {@code row} forbids FS, as far as the tree tells: one that
   * only backs something does not count.
   */
  public boolean allowsFs(AuditRow row) {
    Subsystem here = knowledge.subsystems().of(row.place().file());
    return !constrainers.isEmpty()
        && here.kind() != Subsystem.Kind.GENERIC
        && constrainers.stream()
            .filter(c -> c.fs() != BitEffect.GIVES && c.fs() != BitEffect.KEEPS)
            .noneMatch(c -> isMet(c, here, row));
  }

  private Optional<Rank> ranked(AuditRow row, boolean isFs) {
    if (constrainers.isEmpty()) {
      return knowledge.subsystems().isOfModule(row.place().file())
          ? Optional.of(withoutKernel(isFs))
          : Optional.empty();
    }
    String bit = isFs ? "__GFP_FS" : "__GFP_IO";
    Subsystem here = knowledge.subsystems().of(row.place().file());
    Predicate<ConstrainerSite> clears = c -> (isFs ? c.fs() : c.io()) == BitEffect.CLEARS;
    List<ConstrainerSite> own =
        constrainers.stream()
            .filter(clears)
            .filter(c -> isMet(c, here, row))
            .sorted(Comparator.comparing(ConstrainerSite::audience))
            .toList();
    Optional<ConstrainerSite> named =
        constrainers.stream().filter(c -> isNamed(c, here, row)).findFirst();
    boolean isPrivate = here.kind() == Subsystem.Kind.PRIVATE || named.isPresent();
    List<ConstrainerSite> backing =
        isPrivate
            ? List.of()
            : constrainers.stream().filter(clears).filter(c -> isBackedBy(c, here)).toList();
    List<ConstrainerSite> shown = new ArrayList<>(own);
    shown.addAll(backing);
    shown.sort(Comparator.comparing(ConstrainerSite::audience));
    constrainers.stream()
        .filter(c -> c.subsystem().equals(here.name()) && !shown.contains(c))
        .forEach(shown::add);
    if (!own.isEmpty()) {
      return Optional.of(new Rank(Level.ERROR, reached(own, here, bit), shown));
    }
    if (isPrivate) {
      String whose = named.map(ConstrainerSite::about).orElse("the mappings of " + here.name());
      String reason = "nothing clears " + bit + " in private mappings such as these: " + whose;
      return Optional.of(new Rank(Level.NOTE, reason, shown));
    }
    return behind(backing, here)
        .map(
            who ->
                new Rank(
                    Level.WARNING,
                    "here " + bit + " is cleared only in the mapping of " + who,
                    shown));
  }

  /** A module that sets no masks, alone: beside a kernel the same finding may be a lesser one. */
  private static Rank withoutKernel(boolean isFs) {
    return new Rank(
        isFs ? Level.ERROR : Level.WARNING,
        "nothing here sets the mask of a mapping, and no kernel is read that would tell which"
            + " mappings get here (--kernel DIR reads one)",
        List.of());
  }

  /** Whether a mapping that {@code constrainer} is for, and that backs nothing, gets here. */
  private static boolean isMet(ConstrainerSite constrainer, Subsystem here, AuditRow row) {
    if (constrainer.audience() == Audience.BACKING) {
      return false;
    }
    if (here.kind() == Subsystem.Kind.GENERIC) {
      return true;
    }
    return constrainer.audience() == Audience.NAMED
        ? isNamed(constrainer, here, row)
        : constrainer.subsystem().equals(here.name());
  }

  /** Whether {@code row} names a mapping that {@code constrainer} is for. */
  private static boolean isNamed(ConstrainerSite constrainer, Subsystem here, AuditRow row) {
    return constrainer.audience() == Audience.NAMED
        && constrainer.subsystem().equals(here.name())
        && constrainer.names().stream().anyMatch(name -> mentions(row.mapping(), name));
  }

  private static boolean mentions(String text, String name) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)").matcher(text).find();
  }

  private static boolean isBackedBy(ConstrainerSite constrainer, Subsystem here) {
    return constrainer.audience() == Audience.BACKING
        && (constrainer.names().isEmpty()
            || here.kind() == Subsystem.Kind.GENERIC
            || constrainer.names().contains(here.name()));
  }

  private static String reached(List<ConstrainerSite> own, Subsystem here, String bit) {
    if (here.kind() != Subsystem.Kind.GENERIC) {
      ConstrainerSite first = own.get(0);
      return "mappings of "
          + here.name()
          + (first.audience() == Audience.NAMED ? " (" + first.about() + ")" : "")
          + " clear "
          + bit
          + " ("
          + first.place().fileAndLine()
          + ")";
    }
    List<String> names = own.stream().map(ConstrainerSite::subsystem).distinct().toList();
    int more = names.size() - MAX_NAMED;
    return "mappings of "
        + String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + " clear "
        + bit
        + " and reach this code";
  }

  /**
   * What can be behind a mapping that backs something. A tree may come without its loop device; the
   * table knows that it clears both bits all the same.
   */
  private Optional<String> behind(List<ConstrainerSite> backing, Subsystem here) {
    Optional<String> found =
        backing.stream().findFirst().map(c -> c.about() + " (" + c.place().fileAndLine() + ")");
    return found.or(
        () ->
            knowledge.constrainedMappings().stream()
                .filter(row -> row.audience() == Audience.BACKING)
                .filter(row -> row.names().isEmpty() || row.names().contains(here.name()))
                .findFirst()
                .map(row -> row.about() + " (" + row.path() + ", not in this tree)"));
  }
}
