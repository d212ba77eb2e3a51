package org.gfpaudit.analyzer.patch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.DeepStack;
import org.gfpaudit.analyzer.driver.Losses;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.FileChange;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.PatchSeries;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.protectiondropped.DroppedProtection;

/**
 * Makes patches for findings and proves them: all are applied to a copy in memory, which is audited
 * again. What does not do what it should is taken out, and the rest is proven anew.
 */
public final class Patching {
  /** Each round but the last takes out a fix, or all. */
  private static final int MAX_ROUNDS = 4;

  /** Comes behind whatever a summary says: other mistakes are mended first. */
  private static final String MASKS = "~";

  /** File names that diffs need not quote. */
  private static final Pattern PLAIN = Pattern.compile("[\\w./+,@=~#%:-]+");

  private final AuditRequest request;
  private final Wanted wanted;
  private final Predicate<Flagged> isReported;

  private Patching(AuditRequest request, Wanted wanted) {
    this.request = request.withoutPaths().oneOfSeveral();
    this.isReported = request::isReported;
    this.wanted = wanted;
  }

  /** The audit that was asked, and what came of it. */
  public record Result(AuditResult audit, PatchSeries series, Predicate<Flagged> isReported) {
    /** The audit without what the request leaves out. */
    public AuditResult reported() {
      return audit.with(
          audit.rows().stream().filter(row -> isReported.test(Flagged.of(row))).toList(),
          audit.findings().stream().filter(f -> isReported.test(f.flagged())).toList());
    }
  }

  /**
   * Audits a tree and makes the patches that are wanted.
   *
   * @throws IOException as {@link org.gfpaudit.analyzer.driver.Auditor#result} does
   */
  public static Result run(AuditRequest request, Wanted wanted) throws IOException {
    return new Patching(request, wanted).run();
  }

  private Result run() throws IOException {
    Proposed proposed = propose();
    List<Refusal> refusals = new ArrayList<>(proposed.refusals());
    List<Fix> proven = proven(proposed.fixes(), proposed.audit(), refusals);
    refusals.sort(null);
    List<Patch> patches = patches(proven, proposed.knowledge());
    return new Result(
        proposed.audit(),
        new PatchSeries(proposed.audit().kernelVersion(), patches, refusals),
        isReported);
  }

  /** What is left of the first audit when the second begins: not the program, which is large. */
  private record Proposed(
      AuditResult audit, Knowledge knowledge, List<Fix> fixes, List<Refusal> refusals) {}

  private Proposed propose() throws IOException {
    Audited audited = request.audited();
    List<Refusal> refusals = new ArrayList<>();
    List<Fix> proposed = new ArrayList<>();
    List<Losses.Loss> lost = lost(audited.result(), request.tree());
    AuditResult result = Earlier.with(audited.result(), lost);
    DeepStack.run(
        () -> {
          for (Strategy.Proposal proposal : proposals(audited, result, lost)) {
            refusals.addAll(proposal.refusals());
            proposed.addAll(proposal.fixes());
          }
        });
    List<Fix> fixes = new ArrayList<>();
    for (Fix fix : proposed) {
      Optional<String> objection = objection(fix);
      if (objection.isPresent()) {
        refuse(fix, objection.get(), refusals);
      } else {
        fixes.add(fix);
      }
    }
    return new Proposed(result, audited.model().knowledge(), fixes, refusals);
  }

  /** What a tree lacks of the earlier state; nothing where there is none. */
  private List<Losses.Loss> lost(AuditResult result, SourceTree tree) {
    return wanted.earlier().map(earlier -> earlier.lostIn(result, tree)).orElse(List.of());
  }

  private List<Strategy.Proposal> proposals(
      Audited audited, AuditResult result, List<Losses.Loss> lost) {
    Map<AuditRow, JudgedCall> calls = new HashMap<>();
    audited.judged().forEach(call -> calls.put(call.row(), call));
    PatchContext context =
        new PatchContext(audited.model(), audited.result().kernelVersion(), calls, wanted);
    SortedMap<String, List<Finding>> byFunction = new TreeMap<>();
    for (Finding finding : result.findings()) {
      if (wanted.findings().test(finding) && isReported.test(finding.flagged())) {
        String key = finding.place().file() + " " + finding.place().function();
        byFunction.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
      }
    }
    Set<Finding> companions = new TreeSet<>();
    for (List<Finding> findings : byFunction.values()) {
      List<Finding> more = companions(findings, audited, context);
      companions.addAll(more);
      findings.addAll(more);
      findings.sort(null);
    }
    PatchContext whole = context.withCompanions(companions);
    Strategy strategy = strategy(lost);
    CallerChain chain = new CallerChain(whole);
    return byFunction.values().stream()
        .map(findings -> strategy.propose(findings, whole))
        .map(proposal -> proposal.with(chain::said))
        .toList();
  }

  private Strategy strategy(List<Losses.Loss> lost) {
    Strategy named = Strategies.named(wanted.strategy());
    Map<Finding, DroppedProtection> dropped = new HashMap<>();
    lost.forEach(loss -> dropped.put(loss.found(), loss.dropped()));
    return wanted
        .earlier()
        .<Strategy>map(earlier -> new PutBack(earlier, dropped, named))
        .orElse(named);
  }

  /** The findings that are about the allocation or the insertion of the same pages. */
  private List<Finding> companions(List<Finding> findings, Audited audited, PatchContext context) {
    SamePage pages = new SamePage(findings, context);
    return audited.result().findings().stream()
        .filter(finding -> isReported.test(finding.flagged()) && !findings.contains(finding))
        .filter(pages::isOf)
        .toList();
  }

  /** The fixes that do what they should, all of them together. */
  private List<Fix> proven(List<Fix> fixes, AuditResult before, List<Refusal> refusals)
      throws IOException {
    List<Fix> left = fixes;
    for (int round = 0; round < MAX_ROUNDS && !left.isEmpty(); round++) {
      AuditRequest over = over(changes(left, request.tree()::read));
      AuditResult audited = over.result();
      AuditResult after = Earlier.with(audited, lost(audited, over.tree()));
      PatchProof proof = PatchProof.of(before, after, left);
      if (proof.isGood()) {
        return left;
      }
      proof.blamed().forEach((fix, reason) -> refuse(fix, reason, refusals));
      left = left.stream().filter(fix -> !proof.blamed().containsKey(fix)).toList();
    }
    left.forEach(fix -> refuse(fix, "the change could not be proven; make it by hand", refusals));
    return List.of();
  }

  /** What a file holds: as it is audited, or as it was written. */
  @FunctionalInterface
  private interface Contents {
    byte[] of(String file) throws IOException;
  }

  /** Why a fix cannot be, by where its edits are; empty where it can. */
  private Optional<String> objection(Fix fix) throws IOException {
    for (Edit edit : fix.edits()) {
      if (!PLAIN.matcher(edit.file()).matches()) {
        return Optional.of("the name of a file cannot stand in a patch; rename the file first");
      }
      if (!request.tree().isOwn(edit.file())) {
        return Optional.of(
            "the kernel beside the module would have to change, which is for its own tree: "
                + edit.file());
      }
      int start = edit.span().start();
      int end = edit.span().end();
      byte[] audited = request.tree().read(edit.file());
      byte[] written = request.tree().readAsWritten(edit.file());
      if (!Arrays.equals(audited, start, end, written, start, end)) {
        return Optional.of(
            "the change would cross an #if that the kernel version decides; make it by hand");
      }
    }
    return Optional.empty();
  }

  private static void refuse(Fix fix, String reason, List<Refusal> refusals) {
    fix.findings().forEach(finding -> refusals.add(new Refusal(finding, reason)));
  }

  private AuditRequest over(List<FileChange> changes) {
    Map<String, byte[]> replaced = new HashMap<>();
    changes.forEach(
        change ->
            replaced.put(change.file(), change.after().getBytes(StandardCharsets.ISO_8859_1)));
    return request.of(new OverlayTree(request.tree(), replaced));
  }

  private static List<FileChange> changes(List<Fix> fixes, Contents contents) throws IOException {
    SortedMap<String, List<Edit>> edits = new TreeMap<>();
    for (Fix fix : fixes) {
      for (Edit edit : fix.edits()) {
        edits.computeIfAbsent(edit.file(), file -> new ArrayList<>()).add(edit);
      }
    }
    List<FileChange> changes = new ArrayList<>();
    for (Map.Entry<String, List<Edit>> entry : edits.entrySet()) {
      byte[] before = contents.of(entry.getKey());
      List<Edit> sorted = entry.getValue().stream().sorted().distinct().toList();
      changes.add(
          FileChange.of(entry.getKey(), new String(before, StandardCharsets.ISO_8859_1), sorted));
    }
    return changes;
  }

  private List<Patch> patches(List<Fix> fixes, Knowledge knowledge) throws IOException {
    // What is changed for one reason is one patch: the masks of a subsystem are.
    record Change(String subsystem, String summary) {}

    SortedMap<Change, List<Fix>> byChange =
        fixes.stream()
            .collect(
                Collectors.groupingBy(
                    fix ->
                        new Change(
                            knowledge.subsystems().of(fix.files().get(0)).name(),
                            fix.newMask().isPresent() ? MASKS : fix.topic()),
                    () ->
                        new TreeMap<>(
                            Comparator.comparing(Change::subsystem).thenComparing(Change::summary)),
                    Collectors.toList()));
    // Each is made on top of those before it: two may change one file.
    List<Patch> patches = new ArrayList<>();
    List<Fix> before = new ArrayList<>();
    for (Map.Entry<Change, List<Fix>> entry : byChange.entrySet()) {
      Map<String, FileChange> already =
          changes(before, request.tree()::readAsWritten).stream()
              .collect(Collectors.toMap(FileChange::file, change -> change));
      before.addAll(entry.getValue());
      Set<String> files =
          entry.getValue().stream()
              .flatMap(fix -> fix.files().stream())
              .collect(Collectors.toSet());
      List<FileChange> changes =
          changes(before, request.tree()::readAsWritten).stream()
              .filter(change -> files.contains(change.file()))
              .map(change -> change.onTopOf(Optional.ofNullable(already.get(change.file()))))
              .filter(change -> !change.before().equals(change.after()))
              .toList();
      patches.add(new Patch(entry.getKey().subsystem(), entry.getValue(), changes));
    }
    return patches;
  }
}
