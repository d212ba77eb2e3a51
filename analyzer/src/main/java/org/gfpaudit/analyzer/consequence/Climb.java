package org.gfpaudit.analyzer.consequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.knowledge.GateRow;
import org.gfpaudit.rules.knowledge.Sink;
import org.gfpaudit.rules.knowledge.Subsystem;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.Bits;

/** One finding on its way down the rungs of the {@link Ladder}. */
final class Climb {
  private static final int MAX_NAMED = 2;
  private static final Set<InodeKind> NAMES = EnumSet.of(InodeKind.DIRECTORY, InodeKind.SYMLINK);

  private final Ladder.Facts facts;
  private final KernelModel kernel;
  private final List<KnownSetter> setters;
  private final Devices devices;
  private final JudgedCall call;
  private final ForbiddenBit bit;
  private final SiteMapping mapping;
  private final List<KnownSetter> forbidding;
  private final List<DeviceContext> backed;
  private final List<DeviceContext> unscoped;
  private final Optional<DeviceContext> below;

  Climb(Ladder.Facts facts, SiteMapping mapping, JudgedCall call, ForbiddenBit bit) {
    this.facts = facts;
    this.kernel = facts.kernel();
    this.setters = facts.setters();
    this.devices = facts.devices();
    this.call = call;
    this.bit = bit;
    this.mapping = mapping;
    this.forbidding =
        setters.stream()
            .filter(s -> bit.effect(s.site()) == BitEffect.CLEARS)
            .filter(s -> s.meets(mapping))
            .sorted(Comparator.comparing(KnownSetter::plainness))
            .toList();
    this.backed =
        !mapping.isOwnBusiness() && mapping.kinds().canBackDevice()
            ? devices.servedFromFiles()
            : List.of();
    this.unscoped = backed.stream().filter(d -> d.isUnscoped() && d.isLocal()).toList();
    this.below = devices.below(call.site());
  }

  Rank rank() {
    if (!mayReclaim()) {
      return at(Level.NOTE, "without direct reclaim the mask enters nothing");
    }
    if (below.isPresent()) {
      return belowDevice(below.get());
    }
    if (!forbidding.isEmpty()) {
      return forbidden();
    }
    Optional<String> harmless = harmless();
    if (harmless.isPresent()) {
      return at(Level.NOTE, harmless.get());
    }
    return bit == ForbiddenBit.FS ? withFs() : withIo();
  }

  private Rank at(Level level, String reason) {
    List<ConstrainerSite> shown = new ArrayList<>();
    forbidding.forEach(s -> shown.add(s.told()));
    setters.stream()
        .map(KnownSetter::told)
        .filter(s -> isOfOurs(s) || isBacking(s))
        .filter(s -> !shown.contains(s))
        .forEach(shown::add);
    return new Rank(
        level,
        reason,
        shown,
        new Consequence(mapping.kinds(), backed, below, placement(), inVain()));
  }

  /** Whether a setter is of the same file system; other code shares no mappings for a directory. */
  private boolean isOfOurs(ConstrainerSite setter) {
    boolean hasFiles = mapping.here().kind() == Subsystem.Kind.FILES || mapping.kinds().isKnown();
    return hasFiles && setter.subsystem().equals(mapping.here().name());
  }

  /** Whether a setter takes the bit out of such a mapping while a device stores to it. */
  private boolean isBacking(ConstrainerSite setter) {
    return setter.audience() == Audience.BACKING
        && !backed.isEmpty()
        && bit.effect(setter) == BitEffect.CLEARS;
  }

  private List<String> inVain() {
    List<String> inVain = new ArrayList<>();
    boolean hasMapping = !facts.inodes().mappings(call).isEmpty();
    if (hasMapping && !mapping.kinds().isKnown() && !mapping.isAnybodys()) {
      inVain.add("what kind of inode it is");
    }
    if (hasMapping && forbidding.isEmpty()) {
      inVain.add("a setter that takes " + bit.text() + " out of the mask of such a mapping");
    }
    if (!backed.isEmpty() && unscoped.isEmpty()) {
      inVain.add("a driver of this host that stores to such a file without a scope");
    }
    inVain.add(Consequences.LOCK);
    return inVain;
  }

  /** The rank of a mask that the mapping constrains and that is wrong all the same. */
  Optional<Rank> rankOfPlacement() {
    return placement().isPresent() ? Optional.of(at(Level.WARNING, "")) : Optional.empty();
  }

  /** Where the mask lets a page lie and a setter of such a mapping does not. */
  private Optional<String> placement() {
    // An insertion is handed a page that lies somewhere already.
    if (call.reach().sink().family() == Sink.Family.INSERTION) {
      return Optional.empty();
    }
    Zones zones = new Zones(kernel.names());
    for (KnownSetter setter : setters) {
      boolean isSame =
          setter.site().subsystem().equals(mapping.here().name())
              && setter.kinds().isKnown()
              && mapping.kinds().isKnown()
              && setter.meets(mapping);
      Optional<String> excluded =
          isSame ? zones.excluded(setter.mask(), call.reach().mask()) : Optional.empty();
      if (excluded.isPresent()) {
        return Optional.of(
            setter.site().place().fileAndLine()
                + " sets the mask of such a mapping "
                + excluded.get());
      }
    }
    return Optional.empty();
  }

  private boolean mayReclaim() {
    Bits direct = kernel.bits().directReclaim();
    return call.reach().mask().alternatives().stream()
        .map(Alternative::terms)
        .anyMatch(terms -> terms.stream().anyMatch(t -> !t.bits().and(direct).isEmpty()));
  }

  private Rank belowDevice(DeviceContext device) {
    boolean isCached = !facts.inodes().mappings(call).isEmpty() && mapping.kinds().canBackDevice();
    String worker = device.name() + " (" + worker(device) + ", no scope)";
    return bit == ForbiddenBit.FS && isCached && mapping.kinds().isKnown()
        ? at(
            Level.ERROR,
            "this allocation may enter FS reclaim in the worker that serves "
                + worker
                + "; reclaim can wait for I/O that only this worker completes")
        : at(
            Level.WARNING,
            "I/O to a device of "
                + worker
                + " waits for this allocation, and its reclaim may wait for that I/O");
  }

  private String worker(DeviceContext device) {
    return device
        .root()
        .map(root -> root.function() + "(), " + root.fileAndLine())
        .orElse("its worker");
  }

  private Rank forbidden() {
    String whose = named(forbidding.stream().map(KnownSetter::site).toList(), mapping.isAnybodys());
    if (mapping.isAnybodys() && !unscoped.isEmpty()) {
      return at(
          Level.ERROR,
          whose
              + " and this call, which any file's mapping can reach, puts it back; "
              + unscoped.get(0).text()
              + " reads files this way, and reclaim there can wait for I/O that only it"
              + " completes");
    }
    return at(
        Level.WARNING,
        whose
            + (mapping.isAnybodys()
                ? " and this call, which any file's mapping can reach, puts it back"
                : " and this call puts it back"));
  }

  /** {@code "fs/xfs/xfs_iops.c:1306 and 2 more take __GFP_FS out of a mapping's mask,"}. */
  private String named(List<ConstrainerSite> sites, boolean isAnybodys) {
    List<String> places = sites.stream().map(s -> s.place().fileAndLine()).distinct().toList();
    String shown = places.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
    int more = places.size() - MAX_NAMED;
    return shown
        + (more > 0 ? " and " + more + " more" : "")
        + (places.size() == 1 ? " takes " : " take ")
        + bit.text()
        + " out of "
        + (isAnybodys ? "the masks of such mappings," : ofOurs());
  }

  /** What is not certainly the same kind of mapping is told to be so. */
  private String ofOurs() {
    boolean isCertain =
        Stream.concat(
                Stream.of(mapping.kinds()), forbidding.stream().limit(1).map(KnownSetter::kinds))
            .allMatch(kinds -> kinds.isKnown() && kinds.isWhole());
    return isCertain
        ? "the mask of such a mapping (" + mapping.kinds().text() + "),"
        : "the masks of mappings of "
            + mapping.here().name()
            + "; nothing tells this one from them,";
  }

  private Optional<String> harmless() {
    MappingKinds kinds = mapping.kinds();
    String what = "the mapping is that of " + kinds.withArticle();
    if (kinds.isAtMost(NAMES)) {
      return Optional.of(what + ", which cannot back a device");
    }
    if (kinds.isOnly(SiteMapping.INTERNAL)) {
      return Optional.of(
          what + ", which the file system keeps to itself; no setter of it forbids " + bit.text());
    }
    if (kinds.isAtMost(EnumSet.of(InodeKind.ANONYMOUS, InodeKind.PSEUDO))) {
      return Optional.of(
          what + "; its pages are not reclaimed through a file system, and it backs no device");
    }
    if (kinds.isAtMost(EnumSet.of(InodeKind.SHMEM))) {
      return Optional.of(what + ": reclaim may swap, and does not come back here");
    }
    if (kinds.isKnown() && !kinds.canBackDevice()) {
      return Optional.of(what + ", which backs no device");
    }
    if (mapping.here().kind() == Subsystem.Kind.PRIVATE) {
      return Optional.of(
          "the pages are private to " + mapping.here().name() + ", and back no device");
    }
    return mapping.isOwnBusiness()
        ? Optional.of(
            "nothing says that a mapping of " + mapping.here().name() + " can back a device")
        : Optional.empty();
  }

  private Rank withFs() {
    if (!unscoped.isEmpty()) {
      return at(
          Level.WARNING,
          "no setter forbids it, but "
              + file()
              + " can back "
              + texts(unscoped)
              + ", which forbids "
              + bit.text()
              + " while it does");
    }
    return at(
        Level.NOTE,
        "nothing that reclaim waits for was found: no setter of such a mapping forbids "
            + bit.text()
            + (local().isEmpty()
                ? ", and no driver stores to " + file()
                : ", and what this host stores to "
                    + file()
                    + " does so in a scope: "
                    + texts(local())));
  }

  private Rank withIo() {
    Optional<GateRow> gate =
        unscoped.isEmpty() ? Optional.empty() : facts.gates().gate(GateRow.MEMCG_WRITEBACK);
    if (gate.isPresent()) {
      return at(
          Level.WARNING,
          file()
              + " can back "
              + texts(unscoped)
              + ", which forbids __GFP_IO while it does; with IO alone "
              + gate.get().about());
    }
    List<DeviceContext> scoped = local().stream().filter(d -> !d.isUnscoped()).toList();
    return at(
        Level.NOTE,
        "FS is not entered; with IO alone reclaim can start swap I/O, and waits for no file system"
            + (unscoped.isEmpty()
                ? ""
                : "; swap I/O alone can hold up what may forbid __GFP_IO here and has no scope: "
                    + texts(unscoped))
            + (scoped.isEmpty()
                ? ""
                : "; what may forbid __GFP_IO here does its I/O in a scope: " + texts(scoped)));
  }

  private String file() {
    return mapping.kinds().isKnown() && mapping.kinds().isWhole()
        ? mapping.kinds().withArticle()
        : "such a file";
  }

  private List<DeviceContext> local() {
    return backed.stream().filter(DeviceContext::isLocal).toList();
  }

  private static String texts(List<DeviceContext> some) {
    return some.stream().map(DeviceContext::text).collect(Collectors.joining(", "));
  }
}
