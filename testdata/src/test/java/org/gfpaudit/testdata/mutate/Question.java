package org.gfpaudit.testdata.mutate;

import static org.gfpaudit.rules.finding.Verdict.DERIVED;
import static org.gfpaudit.rules.finding.Verdict.HARDCODED;
import static org.gfpaudit.rules.finding.Verdict.RE_ADDED;
import static org.gfpaudit.rules.finding.Verdict.SCOPED;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gfpaudit.testdata.harness.Testdata;
import org.gfpaudit.testdata.mutate.Template.Section;

/** What is asked of the analyser. */
enum Question {
  /** Is a mask reported that no mapping allows? */
  BROKEN_MASKS,
  /** Is a scope that is not certainly open taken for none? */
  OPEN_SCOPES,
  /** Is a scope that is certainly open seen? */
  WHOLE_SCOPES,
  /** Is the verdict the same for code that means the same? */
  REWRITES;

  /** A mask of names for constants, which a scope covers as a whole. */
  private static final Pattern CONSTANT = Pattern.compile("[A-Z_|()\\s]+");

  /** Where the kinds of mutation are written. */
  static final Path DIRECTORY = Testdata.directory().resolve("mutations");

  private List<String> files() {
    return switch (this) {
      case BROKEN_MASKS ->
          List.of(
              "masks-local.txt",
              "masks-pointer.txt",
              "masks-field.txt",
              "masks-call.txt",
              "masks-macro.txt",
              "masks-parameter.txt");
      case OPEN_SCOPES -> List.of("scopes-open.txt", "scopes-closed.txt");
      case WHOLE_SCOPES -> List.of("scopes-whole.txt");
      case REWRITES -> List.of("rewrites-mask.txt", "rewrites-code.txt");
    };
  }

  /** The kinds of mutation. */
  List<Mutation> mutations() {
    List<Mutation> mutations = new ArrayList<>();
    for (String file : files()) {
      mutations.addAll(TemplateReader.read(DIRECTORY.resolve(file)));
    }
    if (this == REWRITES) {
      mutations.addAll(List.of(Rewrite.values()));
    }
    return mutations;
  }

  /** Whether the question can be asked at a site, after what was said of unbroken copies of it. */
  boolean fits(Site site, Controls controls) {
    boolean isKept = controls.isKept(site);
    boolean isDerived = site.row().verdict() == DERIVED;
    boolean isBad =
        (site.row().verdict() == HARDCODED || site.row().verdict() == RE_ADDED)
            && CONSTANT.matcher(site.maskText()).matches();
    return switch (this) {
      case BROKEN_MASKS -> isKept && isDerived && controls.showsConstants(site);
      case OPEN_SCOPES, WHOLE_SCOPES ->
          isKept && ((isDerived && controls.showsConstants(site)) || isBad);
      case REWRITES -> isKept;
    };
  }

  /** The mutation for one site: a scope stands around a constant. */
  Mutation at(Site site, Mutation mutation) {
    boolean isAboutScopes = this == OPEN_SCOPES || this == WHOLE_SCOPES;
    if (!isAboutScopes
        || site.row().verdict() != DERIVED
        || !(mutation instanceof Template template)
        || template.sections().containsKey(Section.MASK)) {
      return mutation;
    }
    Map<Section, String> sections = new EnumMap<>(template.sections());
    sections.put(Section.MASK, "GFP_KERNEL");
    return new Template(template.name(), template.about(), sections);
  }

  /**
   * What an answer is worth.
   *
   * @param unbroken the answer for an unbroken copy
   */
  Outcome outcome(Answer answer, Answer unbroken) {
    return switch (this) {
      case BROKEN_MASKS ->
          answer.isReported()
              ? Outcome.RIGHT
              : answer.isUnknown() ? Outcome.UNKNOWN : Outcome.SILENT;
      case OPEN_SCOPES ->
          answer.isReported() || answer.isUnknown() ? Outcome.RIGHT : Outcome.SILENT;
      case WHOLE_SCOPES -> answer.atCall().equals(Set.of(SCOPED)) ? Outcome.RIGHT : Outcome.UNSEEN;
      case REWRITES -> answer.means(unbroken) ? Outcome.RIGHT : Outcome.CHANGED;
    };
  }
}
