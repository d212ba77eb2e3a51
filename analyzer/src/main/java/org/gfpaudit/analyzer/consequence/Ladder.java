package org.gfpaudit.analyzer.consequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.constrain.Setter;
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
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Subsystem;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;

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
  private static final int MAX_NAMED = 2;
  private static final Set<InodeKind> NAMES = EnumSet.of(InodeKind.DIRECTORY, InodeKind.SYMLINK);
  private static final Set<InodeKind> INTERNAL = EnumSet.of(InodeKind.METADATA, InodeKind.EMBEDDED);

  private static final Set<InodeKind> FOREIGN =
      EnumSet.of(InodeKind.BLOCK_DEVICE, InodeKind.ANONYMOUS, InodeKind.PSEUDO, InodeKind.SHMEM);

  private final KernelModel kernel;
  private final Knowledge knowledge;
  private final InodeKinds inodes;
  private final List<KnownSetter> setters;
  private final Devices devices;

  /** A setter with the kinds of mappings it is for, and the fields these are kept in. */
  private record KnownSetter(
      ConstrainerSite site, MaskValue mask, MappingKinds kinds, List<String> keys) {
    /** The setter for people, who are told what kind of inode it is for. */
    ConstrainerSite told() {
      return site.about().isEmpty() ? site.about(kinds.text()) : site;
    }
  }

  /**
   * What is known of a call's mapping.
   *
   * @param isAnybodys whether a mapping of any file system can get here
   * @param keys the fields that it is kept in
   */
  private record Mapping(
      Subsystem here, MappingKinds kinds, List<String> keys, boolean isAnybodys) {}

  /** The bit a finding is about. */
  private enum Bit {
    FS("__GFP_FS"),
    IO("__GFP_IO");

    private final String text;

    Bit(String text) {
      this.text = text;
    }

    BitEffect effect(ConstrainerSite site) {
      return this == FS ? site.fs() : site.io();
    }
  }

  Ladder(KernelModel kernel, List<Setter> setters, InodeKinds inodes, Devices devices) {
    this.kernel = kernel;
    this.knowledge = kernel.knowledge();
    this.inodes = inodes;
    this.devices = devices;
    this.setters =
        setters.stream()
            .map(
                setter ->
                    new KnownSetter(
                        setter.site(),
                        setter.mask(),
                        inodes.of(setter.at(), setter.mappings()),
                        inodes.keys(setter.mappings())))
            .toList();
  }

  /** The rank of a finding on a call, where one can be given. */
  Optional<Rank> rank(JudgedCall call) {
    return switch (call.row().verdict()) {
      case HARDCODED -> ranked(call, Bit.FS);
      case HARDCODED_NOFS -> ranked(call, Bit.IO);
      case PARTIAL, RE_ADDED -> ranked(call, call.judgement().hardcodesFs() ? Bit.FS : Bit.IO);
      default -> Optional.empty();
    };
  }

  /**
   * Whether no mapping that can reach a call forbids FS, as far as the tree tells: one that only
   * backs something does not count.
   */
  boolean allowsFs(JudgedCall call) {
    if (setters.isEmpty() || isGeneric(call)) {
      return false;
    }
    Mapping mapping = mapping(call);
    return !mapping.isAnybodys()
        && setters.stream()
            .filter(s -> s.site().fs() != BitEffect.GIVES && s.site().fs() != BitEffect.KEEPS)
            .noneMatch(s -> meets(s, mapping));
  }

  private boolean isGeneric(JudgedCall call) {
    return here(call).kind() == Subsystem.Kind.GENERIC;
  }

  private Subsystem here(JudgedCall call) {
    return knowledge.subsystems().of(call.row().place().file());
  }

  private Mapping mapping(JudgedCall call) {
    Subsystem here = here(call);
    SortedSet<AccessPath> paths = inodes.mappings(call);
    MappingKinds kinds = inodes.of(call);
    boolean isAnybodys =
        (here.kind() == Subsystem.Kind.GENERIC && !isInternal(kinds))
            || (here.kind() == Subsystem.Kind.OTHER && !kinds.isKnown() && isHandedIn(paths));
    return new Mapping(here, kinds, inodes.keys(paths), isAnybodys);
  }

  private static boolean isInternal(MappingKinds kinds) {
    return kinds.isAtMost(INTERNAL)
        || kinds.isAtMost(EnumSet.of(InodeKind.ANONYMOUS))
        || kinds.isAtMost(EnumSet.of(InodeKind.SHMEM));
  }

  /** Whether a caller has brought the file or mapping itself, and not something that holds it. */
  private boolean isHandedIn(SortedSet<AccessPath> paths) {
    return paths.stream().anyMatch(inodes::isHandedIn);
  }

  private Optional<Rank> ranked(JudgedCall call, Bit bit) {
    if (setters.isEmpty()) {
      return knowledge.subsystems().isOfModule(call.row().place().file())
          ? Optional.of(withoutKernel(bit))
          : Optional.empty();
    }
    return Optional.of(new Climb(call, bit).rank());
  }

  /** A module that sets no masks, alone: beside a kernel the same finding may be a lesser one. */
  private static Rank withoutKernel(Bit bit) {
    return new Rank(
        bit == Bit.FS ? Level.ERROR : Level.WARNING,
        "nothing here sets the mask of a mapping, and no kernel is read that would tell which"
            + " mappings get here (--kernel DIR reads one)",
        List.of());
  }

  /** Whether a mapping that a setter is for, and that backs nothing, can get to a call. */
  private static boolean meets(KnownSetter setter, Mapping mapping) {
    if (setter.site().audience() == Audience.BACKING) {
      return false;
    }
    boolean isOwn = setter.site().subsystem().equals(mapping.here().name());
    if (!isOwn && !mapping.isAnybodys()) {
      return false;
    }
    if (!isOwn && isInternal(setter.kinds())) {
      return false; // Only its own code sees it.
    }
    if (setter.kinds().isAtMost(INTERNAL) && !mapping.kinds().isKnown()) {
      return false; // Nothing says that the call is about what the file system keeps.
    }
    if (!setter.kinds().isKnown() && mapping.kinds().isAtMost(FOREIGN)) {
      return false; // No file system makes it.
    }
    boolean isOther =
        setter.kinds().isAtMost(INTERNAL)
            && !setter.keys().isEmpty()
            && !mapping.keys().isEmpty()
            && setter.keys().stream().noneMatch(mapping.keys()::contains);
    return !isOther && setter.kinds().overlaps(mapping.kinds());
  }

  /** Whether the mapping is one of code that has no files which others open. */
  private static boolean isOwnBusiness(Mapping mapping) {
    return switch (mapping.here().kind()) {
      case GENERIC, FILES -> false;
      case PRIVATE -> true;
      case OTHER -> !mapping.isAnybodys() && !mapping.kinds().isKnown();
    };
  }

  /** Setters of regular files come first, then those of which nothing is known. */
  private static int plainness(KnownSetter setter) {
    return setter.kinds().kinds().contains(InodeKind.REGULAR)
        ? 0
        : setter.kinds().canBackDevice() ? 1 : 2;
  }

  /** One finding on its way down the rungs. */
  private final class Climb {
    private final JudgedCall call;
    private final Bit bit;
    private final Mapping mapping;
    private final List<KnownSetter> forbidding;
    private final List<DeviceContext> backed;
    private final List<DeviceContext> unscoped;
    private final Optional<DeviceContext> below;

    Climb(JudgedCall call, Bit bit) {
      this.call = call;
      this.bit = bit;
      this.mapping = mapping(call);
      this.forbidding =
          setters.stream()
              .filter(s -> bit.effect(s.site()) == BitEffect.CLEARS)
              .filter(s -> meets(s, mapping))
              .sorted(Comparator.comparing(Ladder::plainness))
              .toList();
      boolean isPrivate = isOwnBusiness(mapping);
      this.backed =
          !isPrivate && mapping.kinds().canBackDevice() ? devices.servedFromFiles() : List.of();
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
      return bit == Bit.FS ? withFs() : withIo();
    }

    private Rank at(Level level, String reason) {
      List<ConstrainerSite> shown = new ArrayList<>();
      forbidding.forEach(s -> shown.add(s.told()));
      setters.stream()
          .map(KnownSetter::told)
          .filter(s -> s.subsystem().equals(mapping.here().name()) && !shown.contains(s))
          .forEach(shown::add);
      return new Rank(
          level,
          reason,
          shown,
          new Consequence(mapping.kinds(), backed, below, placement(), inVain()));
    }

    private List<String> inVain() {
      List<String> inVain = new ArrayList<>();
      if (!mapping.kinds().isKnown() && !mapping.isAnybodys()) {
        inVain.add("what kind of inode it is");
      }
      if (forbidding.isEmpty()) {
        inVain.add("a setter that takes " + bit.text + " out of the mask of such a mapping");
      }
      if (!backed.isEmpty() && unscoped.isEmpty()) {
        inVain.add("a driver of this host that stores to such a file without a scope");
      }
      inVain.add("locks are not looked for");
      return inVain;
    }

    /** Where the mask lets a page lie and a setter of such a mapping does not. */
    private Optional<String> placement() {
      Zones zones = new Zones(kernel.names());
      for (KnownSetter setter : setters) {
        boolean isSame =
            setter.site().subsystem().equals(mapping.here().name())
                && setter.kinds().isKnown()
                && mapping.kinds().isKnown()
                && meets(setter, mapping);
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
      boolean isCached = !inodes.mappings(call).isEmpty() && mapping.kinds().canBackDevice();
      String worker = device.name() + " (" + worker(device) + ", no scope)";
      return bit == Bit.FS && isCached && mapping.kinds().isKnown()
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
      String whose =
          named(forbidding.stream().map(KnownSetter::site).toList(), mapping.isAnybodys());
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
          + bit.text
          + " out of "
          + (isAnybodys || mapping.kinds().text().isEmpty()
              ? "the masks of such mappings"
              : "the mask of such a mapping (" + mapping.kinds().text() + ")")
          + ",";
    }

    private Optional<String> harmless() {
      MappingKinds kinds = mapping.kinds();
      String what = "the mapping is that of " + kinds.withArticle();
      if (kinds.isAtMost(NAMES)) {
        return Optional.of(what + ", which cannot back a device");
      }
      if (kinds.isOnly(INTERNAL)) {
        return Optional.of(
            what + ", which the file system keeps to itself; no setter of it forbids " + bit.text);
      }
      if (kinds.isAtMost(EnumSet.of(InodeKind.ANONYMOUS, InodeKind.PSEUDO))) {
        return Optional.of(
            what + "; its pages are not reclaimed through a file system, and it backs no device");
      }
      if (kinds.isAtMost(EnumSet.of(InodeKind.SHMEM))) {
        return Optional.of(
            "a mask of its own on a shmem object: reclaim may swap, and does not come back here");
      }
      if (kinds.isKnown() && !kinds.canBackDevice()) {
        return Optional.of(what + ", which backs no device");
      }
      if (mapping.here().kind() == Subsystem.Kind.PRIVATE) {
        return Optional.of(
            "the pages are private to " + mapping.here().name() + ", and back no device");
      }
      return isOwnBusiness(mapping)
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
                + bit.text
                + " while it does");
      }
      return at(
          Level.NOTE,
          "nothing that reclaim waits for was found: no setter of such a mapping forbids "
              + bit.text
              + ", and what this host stores to "
              + file()
              + " does so in a scope: "
              + texts(local()));
    }

    private Rank withIo() {
      Optional<GateRow> gate =
          knowledge.consequences().gate(GateRow.MEMCG_WRITEBACK).filter(g -> !unscoped.isEmpty());
      if (gate.isPresent()) {
        return at(
            Level.WARNING,
            file()
                + " can back "
                + texts(unscoped)
                + ", which forbids __GFP_IO while it does; with IO alone "
                + gate.get().about());
      }
      return at(
          Level.NOTE,
          "FS is not entered, and with IO alone reclaim starts no more than swap I/O"
              + (backed.isEmpty()
                  ? ""
                  : "; what may forbid __GFP_IO here does its I/O in a scope: " + texts(local())));
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
      return some.isEmpty()
          ? "nothing"
          : some.stream().map(DeviceContext::text).collect(Collectors.joining(", "));
    }
  }
}
