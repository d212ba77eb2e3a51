package org.gfpaudit.analyzer.consequence;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.gfpaudit.analyzer.constrain.Setter;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.BitProtection;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.knowledge.Subsystem;
import org.gfpaudit.rules.knowledge.Subsystems;
import org.gfpaudit.rules.mask.AccessPath;

/**
 * Ranks findings by what they can cause on this kernel, from the worst rung down; no lock is looked
 * for.
 *
 * <ol>
 *   <li>Below a worker of a block driver that runs without a scope: I/O to the device may wait for
 *       reclaim that waits for the device. An error where the page goes into a mapping whose FS the
 *       mask allows; else a warning.
 *   <li>A mapping whose own setter clears the bit can reach the call: a warning; an error where the
 *       call serves the files of all file systems and a driver of this host reads them without a
 *       scope.
 *   <li>A directory, symlink, metadata or anonymous inode, a shmem object: a note, for no device
 *       stores to it.
 *   <li>FS, and a driver that could store to the inode has no scope: a warning; else a note.
 *   <li>IO alone: a warning where such a driver exists and reclaim waits for writeback with IO
 *       alone in this release; else a note.
 * </ol>
 *
 * <p>A mask without direct reclaim enters nothing. What is not known never raises a level above
 * warning. The verdict says where a mask comes from, and nothing here changes it.
 */
final class Ladder {
  private final Subsystems subsystems;
  private final Facts facts;

  /** By the very way to the sink: a call keeps its own, whatever its row says. */
  private final IdentityHashMap<SinkReach, SiteMapping> mappings = new IdentityHashMap<>();

  /** What is known of the tree at hand. */
  record Facts(
      KernelModel kernel,
      List<KnownSetter> setters,
      InodeKinds inodes,
      Devices devices,
      ReclaimGates gates) {}

  Ladder(Model model, List<Setter> setters, InodeKinds inodes, Devices devices) {
    KernelModel kernel = model.kernel();
    this.subsystems = kernel.knowledge().subsystems();
    List<KnownSetter> known =
        setters.stream()
            .map(
                setter ->
                    new KnownSetter(
                        setter.site(),
                        setter.mask(),
                        inodes.of(setter.at(), setter.mappings()),
                        inodes.keys(setter.mappings()),
                        mayBeOfInode(setter.mappings())))
            .toList();
    this.facts = new Facts(kernel, known, inodes, devices, new ReclaimGates(model));
  }

  /** The setters of masks, with what is known of their mappings. */
  List<KnownSetter> setters() {
    return facts.setters();
  }

  /** Those of which it is always asked what their mapping is. */
  static List<JudgedCall> ranked(List<JudgedCall> calls) {
    return calls.stream()
        .filter(
            call ->
                switch (call.row().verdict()) {
                  case HARDCODED, HARDCODED_NOFS, PARTIAL, RE_ADDED -> true;
                  default -> false;
                })
        .toList();
  }

  /** The rank of a finding on a call, where one can be given. */
  Optional<Rank> rank(JudgedCall call) {
    return switch (call.row().verdict()) {
      case HARDCODED -> ranked(call, ForbiddenBit.FS);
      case HARDCODED_NOFS -> ranked(call, ForbiddenBit.IO);
      case PARTIAL, RE_ADDED ->
          ranked(call, call.judgement().hardcodesFs() ? ForbiddenBit.FS : ForbiddenBit.IO);
      case DERIVED -> placed(call);
      default -> Optional.empty();
    };
  }

  /**
   * The mapping's mask takes bits away from this one, and cannot add what would bring the page into
   * low memory.
   */
  private Optional<Rank> placed(JudgedCall call) {
    return new Zones(facts.kernel().names()).isNeverLow(call.reach().mask())
        ? new Climb(facts, mapping(call), call, ForbiddenBit.FS).rankOfPlacement()
        : Optional.empty();
  }

  private Optional<Rank> ranked(JudgedCall call, ForbiddenBit bit) {
    if (facts.setters().isEmpty() && facts.devices().below(call.site()).isEmpty()) {
      return subsystems.isOfModule(call.row().place().file())
          ? Optional.of(withoutKernel(bit))
          : Optional.empty();
    }
    return Optional.of(new Climb(facts, mapping(call), call, bit).rank());
  }

  /** A module that sets no masks, alone: beside a kernel the same finding may be a lesser one. */
  private static Rank withoutKernel(ForbiddenBit bit) {
    return new Rank(
        bit == ForbiddenBit.FS ? Level.ERROR : Level.WARNING,
        "nothing here sets the mask of a mapping, and no kernel is read that would tell which"
            + " mappings get here (--kernel DIR reads one)",
        List.of());
  }

  /**
   * Whether no mapping that can reach a call forbids FS, as far as the tree tells: one that only
   * backs something does not count.
   */
  boolean allowsFs(JudgedCall call) {
    if (facts.setters().isEmpty() || here(call).kind() == Subsystem.Kind.GENERIC) {
      return false;
    }
    SiteMapping mapping = mapping(call);
    return !mapping.isAnybodys()
        && facts.setters().stream()
            .filter(s -> s.site().fs() != BitEffect.GIVES && s.site().fs() != BitEffect.KEEPS)
            .noneMatch(s -> s.meets(mapping));
  }

  /** What the setters of mappings add to the protection of calls. */
  SetterProtection protection() {
    return new SetterProtection(facts.setters());
  }

  /** A call with what is known of its protection in full. */
  JudgedCall guarded(JudgedCall call) {
    boolean asksMapping =
        call.row().protection().bits().stream()
            .anyMatch(bit -> bit.access() == BitProtection.Access.BY_MAPPING);
    return asksMapping
        ? call.with(call.row().with(protection().with(call.row().protection(), mapping(call))))
        : call;
  }

  /** The mappings that a call is about, in terms of its function. */
  SortedSet<AccessPath> paths(JudgedCall call) {
    return facts.inodes().mappings(call);
  }

  /** Whether a mapping is written as that of an inode, or was handed in. */
  static boolean mayBeOfInode(SortedSet<AccessPath> paths) {
    return paths.stream()
        .anyMatch(
            path ->
                path.steps().isEmpty()
                    ? path.root() instanceof AccessPath.Param
                    : InodeKinds.isOfInode(path));
  }

  private Subsystem here(JudgedCall call) {
    return subsystems.of(call.row().place().file());
  }

  /** What is known of the mapping that a call is about. */
  SiteMapping mapping(JudgedCall call) {
    return mappings.computeIfAbsent(
        call.reach(), reach -> mapping(here(call), paths(call), facts.inodes().of(call)));
  }

  /** The kinds of the mappings that a call is handed; may be asked by several threads. */
  MappingKinds kinds(CallSite at, SortedSet<AccessPath> paths) {
    return facts.inodes().of(at, paths);
  }

  /** What is known of the mappings that a call is handed. */
  SiteMapping mapping(CallSite at, SortedSet<AccessPath> paths) {
    Subsystem here = subsystems.of(facts.inodes().file(at));
    return mapping(here, paths, kinds(at, paths));
  }

  private SiteMapping mapping(Subsystem here, SortedSet<AccessPath> paths, MappingKinds kinds) {
    InodeKinds inodes = facts.inodes();
    boolean isAnybodys =
        switch (here.kind()) {
          case GENERIC -> !SiteMapping.isHidden(kinds);
          // A caller has brought the file or mapping itself, and not something that holds it.
          case OTHER -> !kinds.isKnown() && paths.stream().anyMatch(inodes::isHandedIn);
          case FILES, PRIVATE -> false;
        };
    boolean mayBeOfInode = mayBeOfInode(paths);
    return new SiteMapping(here, kinds, inodes.keys(paths), isAnybodys, mayBeOfInode);
  }
}
