package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.KernelVersion;
import org.gfpaudit.rules.knowledge.MaskTemplate;
import org.gfpaudit.rules.knowledge.ScopeRow;
import org.gfpaudit.rules.mask.Scope;

/**
 * What strategies may ask: the tree as the audit read it, and what is known of its release.
 *
 * @param release of the tree, as its Makefile says: {@code "6.1.192"}
 * @param calls the judged call of each row
 * @param wanted what is asked for
 * @param companions the findings that are mended because others are
 */
public record PatchContext(
    Model tree,
    String release,
    Map<AuditRow, JudgedCall> calls,
    Wanted wanted,
    IncludeGraph includes,
    Set<Finding> companions) {

  public PatchContext(Model tree, String release, Map<AuditRow, JudgedCall> calls, Wanted wanted) {
    this(tree, release, calls, wanted, new IncludeGraph(tree.program()), Set.of());
  }

  /** The same where these are mended with others, whatever they are worth by themselves. */
  PatchContext withCompanions(Set<Finding> others) {
    return new PatchContext(tree, release, calls, wanted, includes, Set.copyOf(others));
  }

  Program program() {
    return tree.program();
  }

  TypeOracle types() {
    return tree.types();
  }

  KernelModel model() {
    return tree.kernel();
  }

  CallEdges edges() {
    return tree.edges();
  }

  private static final int LINE = 80;
  private static final int LONG_LINE = 100;

  /** scripts/checkpatch.pl lets lines be longer since this release. */
  private static final KernelVersion LONG_LINES = KernelVersion.parse("5.7");

  /** The most columns a line may have where the usual 80 do not do. */
  int mostColumns() {
    try {
      return KernelVersion.parse(release).compareTo(LONG_LINES) >= 0 ? LONG_LINE : LINE;
    } catch (IllegalArgumentException e) {
      return LINE;
    }
  }

  /** The call or write that a finding is about; empty where it is about something else. */
  Optional<JudgedCall> callOf(Finding finding) {
    return finding.row().map(calls::get);
  }

  /** The functions of that name in the file of a place. */
  List<Entity> functions(Place place) {
    SourceIndex index = program().index();
    return index.definitions(place.function()).stream()
        .filter(entity -> index.kind(entity) == EntityKind.FUNCTION)
        .filter(entity -> program().path(entity).equals(place.file()))
        .toList();
  }

  /** Whether a function or macro asks whether its argument is there, or is an error. */
  boolean asksForTruth(String name) {
    return model().knowledge().isIdiom(Idiom.Kind.TEST, name)
        || model().knowledge().isIdiom(Idiom.Kind.CONDITION, name);
  }

  /** The scope that a function opens, as far as its name is known. */
  Optional<Scope> opened(String function) {
    return model().knowledge().scopes().stream()
        .filter(row -> row.kind() == ScopeRow.Kind.SAVE && row.name().equals(function))
        .flatMap(row -> row.scope().stream())
        .findFirst();
  }

  /** Whether a function sets the mask of a mapping. */
  boolean setsMask(String name) {
    return model().knowledge().constrainers().stream().anyMatch(row -> row.name().equals(name));
  }

  /** The edit that makes the function by which masks are constrained known in a file. */
  Optional<Edit> includeForMasks(SourceText text) {
    return maskTemplate()
        .flatMap(template -> header(template.helper()))
        .filter(header -> !includes.reaches(text.path(), "include/" + header))
        .flatMap(header -> IncludeLine.missing(text, header));
  }

  /** The header below {@code include/} that defines a function, as an include names it. */
  Optional<String> header(String name) {
    SourceIndex index = program().index();
    for (Entity entity : index.definitions(name)) {
      String path = program().path(entity);
      if (path.startsWith("include/") && index.kind(entity) == EntityKind.FUNCTION) {
        return Optional.of(path.substring("include/".length()));
      }
    }
    return Optional.empty();
  }

  /** Whether the tree itself defines a function or macro of that name. */
  boolean isDefined(String name) {
    SourceIndex index = program().index();
    for (Entity entity : index.definitions(name)) {
      EntityKind kind = index.kind(entity);
      if (kind == EntityKind.FUNCTION || kind == EntityKind.FUNCTION_MACRO) {
        return true;
      }
    }
    return false;
  }

  /** Whether such a task scope can be opened in a file, also where no kernel tells. */
  boolean mayHaveScope(Scope scope, String file) {
    return model().knowledge().subsystems().isOfModule(file)
        || model()
            .knowledge()
            .scopeFunction(ScopeRow.Kind.SAVE, scope)
            .filter(this::isDefined)
            .isPresent();
  }

  /** A mask constrained by a mapping, as this tree writes it. */
  String constrained(String mapping, String mask) {
    MaskTemplate template = maskTemplate().orElseThrow();
    return template.before(mapping) + mask + template.after(mapping);
  }

  /** How this tree says that a mapping constrains a mask. */
  Optional<MaskTemplate> maskTemplate() {
    return model().knowledge().maskTemplates().stream()
        .filter(MaskTemplate::keepsMask)
        .filter(template -> isDefined(template.helper()))
        .findFirst()
        .or(
            () ->
                model().knowledge().maskTemplates().stream()
                    .filter(MaskTemplate::keepsMask)
                    .findFirst());
  }

  /** How this tree asks a mapping for its mask for read-ahead, where it has a way. */
  Optional<MaskTemplate> readAheadTemplate() {
    return model().knowledge().maskTemplates().stream()
        .filter(template -> !template.keepsMask() && isDefined(template.helper()))
        .findFirst();
  }
}
