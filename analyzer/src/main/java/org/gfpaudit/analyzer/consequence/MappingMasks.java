package org.gfpaudit.analyzer.consequence;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.Subsystem;
import org.gfpaudit.rules.mask.AccessPath;

/**
 * What the setters of a file system make of the mask of the mapping that a call is about. Asked by
 * whoever looks at calls that are no rows of the audit table; an answer depends on the call alone.
 */
public final class MappingMasks {
  /** What leads to a mapping, the surest first. */
  private static final List<String> HOLDERS =
      List.of(
          "struct address_space",
          "struct inode",
          "struct file",
          "struct folio",
          "struct page",
          "struct readahead_control",
          "struct kiocb");

  private static final Set<InodeKind> ALL = EnumSet.allOf(InodeKind.class);

  /** The kinds of inodes that every file system has under a name. */
  private static final Set<InodeKind> NAMED =
      EnumSet.of(InodeKind.REGULAR, InodeKind.DIRECTORY, InodeKind.SYMLINK);

  private final Model model;
  private final List<KnownSetter> setters;
  private final InodeKinds inodes;
  private final Arguments arguments;

  MappingMasks(Model model, List<KnownSetter> setters, InodeKinds inodes, Arguments arguments) {
    this.model = model;
    this.setters = List.copyOf(setters);
    this.inodes = inodes;
    this.arguments = arguments;
  }

  /**
   * What is said of one mapping's mask.
   *
   * @param text of the argument that leads to it, on one line, or empty
   * @param forbidding a setter that takes FS out of the masks of such mappings, if there is one
   * @param isCertain whether the kinds of the mapping and of the setters tell so
   */
  public record Told(
      String text, MappingKinds kinds, Optional<ConstrainerSite> forbidding, boolean isCertain) {
    /** Of what is allocated for no mapping. */
    public static final Told OF_NO_MAPPING =
        new Told("", MappingKinds.UNKNOWN, Optional.empty(), true);
  }

  /**
   * A call on the way to an allocation.
   *
   * @param graph the configuration it stands in
   */
  public record OnTheWay(CallSite at, Expr.Call call, ControlFlowGraph graph) {}

  /**
   * Whether the mapping of a file system that a call is about may have FS in its mask.
   *
   * @param calls the call, then the one that led to its function, and so on
   */
  public Told fs(List<OnTheWay> calls, Subsystem subsystem) {
    OnTheWay call = calls.get(0);
    SourceFile file = model.index().fileOf(call.at().entity());
    OptionalInt holder = holder(call.call(), call.graph(), file);
    if (holder.isEmpty()) {
      return told("", new SiteMapping(subsystem, MappingKinds.UNKNOWN, List.of(), false, true));
    }
    List<CallValues> handed = handed(call, holder.getAsInt());
    String text = handed.stream().map(CallValues::targetText).findFirst().orElse("");
    SortedSet<AccessPath> paths = new TreeSet<>();
    handed.forEach(values -> paths.addAll(values.targets()));
    SiteMapping mapping = mapping(call.at(), paths, subsystem);
    for (int i = 1; i < calls.size() && !mapping.kinds().isOnly(ALL); i++) {
      Optional<SortedSet<AccessPath>> above = above(paths, calls.get(i));
      if (above.isEmpty()) {
        break;
      }
      paths.clear();
      paths.addAll(above.get());
      SiteMapping there = mapping(calls.get(i).at(), paths, subsystem);
      mapping = isNarrower(there.kinds(), mapping.kinds()) ? there : mapping;
    }
    return told(text, mapping);
  }

  /**
   * Whether a caller tells more of a mapping than the function that it calls: what is none of all
   * kinds there is said of something else, as of the inode whose lock has a mapping of its own.
   */
  private static boolean isNarrower(MappingKinds there, MappingKinds here) {
    return there.isKnown()
        && (!here.isKnown() || !here.isWhole() || here.kinds().containsAll(there.kinds()));
  }

  private SiteMapping mapping(CallSite at, SortedSet<AccessPath> paths, Subsystem subsystem) {
    MappingKinds kinds = paths.isEmpty() ? MappingKinds.UNKNOWN : inodes.of(at, paths);
    return new SiteMapping(subsystem, kinds, inodes.keys(paths), false, Ladder.mayBeOfInode(paths));
  }

  private List<CallValues> handed(OnTheWay call, int argument) {
    SourceFile file = model.index().fileOf(call.at().entity());
    if (call.call().calledName().isEmpty()) {
      return List.of();
    }
    String name = model.aliases().canonicalName(file, call.call().calledName().get().text());
    CallQuestion question = new CallQuestion(name, argument, OptionalInt.empty());
    return arguments.of(call.at().entity(), Map.of(name, question)).stream()
        .filter(values -> values.name().start() == call.at().offset())
        .toList();
  }

  /** The paths of a function, all of which start at its parameters, in terms of its caller. */
  private Optional<SortedSet<AccessPath>> above(SortedSet<AccessPath> paths, OnTheWay caller) {
    SortedSet<AccessPath> above = new TreeSet<>();
    Place place = model.place(caller.at());
    for (AccessPath path : paths) {
      if (!(path.root() instanceof AccessPath.Param parameter)) {
        return Optional.empty();
      }
      for (CallValues values : handed(caller, parameter.index())) {
        for (AccessPath target : values.targets()) {
          above.add(model.kernel().mappings().normal(path.rebase(target, place)));
        }
      }
    }
    return above.isEmpty() ? Optional.empty() : Optional.of(above);
  }

  /** Whether a setter of a file system takes FS out of the masks of some of its mappings. */
  public boolean isForbiddenSomewhere(Subsystem subsystem) {
    return forbidding(subsystem).findAny().isPresent();
  }

  private Stream<KnownSetter> forbidding(Subsystem subsystem) {
    return setters.stream()
        .filter(setter -> setter.site().subsystem().equals(subsystem.name()))
        .filter(setter -> setter.site().fs() == BitEffect.CLEARS)
        .filter(setter -> setter.site().audience() != Audience.BACKING);
  }

  private Told told(String text, SiteMapping mapping) {
    List<KnownSetter> own =
        forbidding(mapping.here())
            .filter(setter -> setter.kinds().overlaps(mapping.kinds()))
            .sorted(Comparator.comparing(setter -> setter.site().place()))
            .toList();
    List<KnownSetter> meeting =
        own.stream()
            .filter(setter -> setter.kinds().isKnown())
            .filter(setter -> setter.meets(mapping) || setter.kinds().kinds().containsAll(NAMED))
            .toList();
    if (!meeting.isEmpty() && !isOpenForSome(own, meeting, mapping.kinds())) {
      boolean isWhole =
          mapping.kinds().isKnown()
              ? areSet(meeting, mapping.kinds().kinds())
              : meeting.get(0).kinds().kinds().containsAll(NAMED);
      return new Told(text, mapping.kinds(), Optional.of(meeting.get(0).site()), isWhole);
    }
    // A setter of some mappings of the file system, where nothing tells this one from them.
    Optional<ConstrainerSite> possible =
        own.stream()
            .filter(setter -> !setter.kinds().isKnown() || !mapping.kinds().isKnown())
            .map(KnownSetter::site)
            .findFirst();
    return new Told(text, mapping.kinds(), possible, possible.isEmpty());
  }

  /** Whether an inode under a name comes to a call that no setter of the file system is for. */
  private static boolean isOpenForSome(
      List<KnownSetter> own, List<KnownSetter> meeting, MappingKinds kinds) {
    return kinds.isKnown()
        && own.stream().allMatch(setter -> setter.kinds().isKnown())
        && !areSet(meeting, kinds.kinds());
  }

  /**
   * Whether each of some kinds is one that a setter is for; those that a file system keeps for
   * itself are told apart badly, and do not count.
   */
  private static boolean areSet(List<KnownSetter> setters, List<InodeKind> kinds) {
    return kinds.stream()
        .filter(NAMED::contains)
        .allMatch(kind -> setters.stream().anyMatch(each -> each.kinds().kinds().contains(kind)));
  }

  /** Whether what is of that type leads to a mapping. */
  public static boolean leadsToMapping(Model model, TypeName type, SourceFile file) {
    return model.types().structName(type, file).filter(HOLDERS::contains).isPresent();
  }

  private OptionalInt holder(Expr.Call call, ControlFlowGraph graph, SourceFile file) {
    OptionalInt best = OptionalInt.empty();
    int rank = HOLDERS.size();
    for (int i = 0; i < call.arguments().size(); i++) {
      Optional<TypeName> type = model.types().typeOf(call.arguments().get(i), graph, file);
      Optional<String> struct = type.flatMap(t -> model.types().structName(t, file));
      int here = struct.map(HOLDERS::indexOf).orElse(-1);
      if (here >= 0 && here < rank) {
        rank = here;
        best = OptionalInt.of(i);
      }
    }
    return best;
  }
}
