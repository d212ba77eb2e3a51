package org.gfpaudit.analyzer.model;

import java.util.Optional;
import java.util.SortedSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.segment.Questions;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * One tree, and all that can be asked about it: the one place where phases look things up. An
 * answer depends on the question alone, never on what was asked before, and is kept for the next
 * who asks. Safe for several threads.
 */
public final class Model {
  private final SegmentIndex segments;
  private final SourceIndex index;
  private final Tracing tracing;
  private final KernelModel kernel;
  private final Program program;
  private final Kbuild kbuild;
  private final Coexistence coexistence;
  private final Visibility visibility;
  private final Aliases aliases;
  private final TypeOracle types;
  private final ConstantNumbers constants;
  private final InsertedPages insertedPages;
  private final FieldOwners owners;
  private final FileSubsystems subsystems;
  private final CallEdges edges;
  private final SinkSignatures sinks;
  private final FieldHanders fieldHanders;
  private final PlaceWriters placeWriters;
  private final SortedSet<Entity> slice;

  private Model(
      SourceTree tree, SegmentIndex segments, KernelModel release, Optional<KeptReadings> kept) {
    this.segments = segments;
    Optional<KeptReadings.OfTree> ofTree = kept.map(readings -> readings.of(segments));
    this.tracing = ofTree.map(KeptReadings.OfTree::tracing).orElse(Tracing.NONE);
    this.index = tracing.isOn() ? new TracedIndex(segments, tracing) : segments;
    this.program = new Program(tree, index, release.knowledge(), ofTree);
    KernelModel narrowed = TreeRows.narrow(release, program, tree::isOwn);
    this.kbuild = ofTree.isPresent() ? ofTree.get().kbuild(tree) : new Kbuild(tree);
    this.kernel =
        ofTree.isPresent() ? ofTree.get().begin(narrowed, tree::isOwn, program, kbuild) : narrowed;
    this.coexistence = new Coexistence(index, kbuild, tracing);
    this.visibility = new Visibility(index, coexistence, tree::isOwn);
    this.aliases = new Aliases(program, visibility);
    this.types = new TypeOracle(program, visibility);
    this.constants = new ConstantNumbers(program, visibility, kernel.knowledge());
    this.insertedPages = new InsertedPages(program, kernel.knowledge());
    this.owners = new FieldOwners(program);
    this.subsystems = new FileSubsystems(index, kernel.knowledge().subsystems(), tracing);
    this.edges = new CallEdges(program, aliases, types, owners, kernel.knowledge());
    this.sinks = new SinkSignatures(program, aliases, kernel.knowledge());
    this.fieldHanders = new FieldHanders(program, kernel.knowledge());
    this.placeWriters = new PlaceWriters(program);
    this.slice = Slice.of(index, aliases, kernel.knowledge(), insertedPages);
  }

  /** The model of a tree, read by its index, as a kernel of that release. */
  public static Model of(SourceTree tree, SegmentIndex index, KernelModel kernel) {
    return of(tree, index, kernel, Optional.empty());
  }

  /** The same, with what the audit before made of texts. */
  public static Model of(
      SourceTree tree, SegmentIndex index, KernelModel kernel, Optional<KeptReadings> kept) {
    return new Model(tree, index, kernel, kept);
  }

  /** What the scanner found. */
  public SourceIndex index() {
    return index;
  }

  /** The same as a view of what was scanned when. */
  public SegmentIndex segments() {
    return segments;
  }

  /** What was asked of the index so far, be it by earlier audits for what this one used. */
  public Questions questions() {
    tracing.noteUsed(Read.class);
    return segments.questions();
  }

  /**
   * Whether bits had no number left, which may be due to bits that only earlier states of the tree
   * had: then nothing of this audit counts.
   */
  public boolean isCrowded() {
    return tracing.isStarted() && !kernel.names().hasRoom();
  }

  /** What notes what is read of the tree. */
  public Tracing tracing() {
    return tracing;
  }

  /** What is known of the kernel's release. */
  public KernelModel kernel() {
    return kernel;
  }

  /** The rows that hold for the kernel's release. */
  public Knowledge knowledge() {
    return kernel.knowledge();
  }

  /** The definitions, parsed when first asked for. */
  public Program program() {
    return program;
  }

  /** The conditions under which files are built. */
  public Kbuild kbuild() {
    return kbuild;
  }

  /** Which definitions one configuration can hold together. */
  public Coexistence coexistence() {
    return coexistence;
  }

  /** Which definitions a name can mean where it is used. */
  public Visibility visibility() {
    return visibility;
  }

  /** Functions under the names they are called by. */
  public Aliases aliases() {
    return aliases;
  }

  /** The types of expressions. */
  public TypeOracle types() {
    return types;
  }

  /** The numbers of constants. */
  public ConstantNumbers constants() {
    return constants;
  }

  /** Which allocations of plain pages are for the page cache. */
  public InsertedPages insertedPages() {
    return insertedPages;
  }

  /** Which fields can be one. */
  public FieldOwners owners() {
    return owners;
  }

  /** Which subsystems files belong to. */
  public FileSubsystems subsystems() {
    return subsystems;
  }

  /** Who hands fields to what can store in them. */
  public FieldHanders fieldHanders() {
    return fieldHanders;
  }

  /** Who sets fields by their place in a list. */
  public PlaceWriters placeWriters() {
    return placeWriters;
  }

  /** Which arguments of sinks are what. */
  public SinkSignatures sinks() {
    return sinks;
  }

  /** Who can run whom. */
  public CallEdges edges() {
    return edges;
  }

  /** The definitions an audit starts with. */
  public SortedSet<Entity> slice() {
    return slice;
  }

  /** Where a call stands, for people. */
  public Place place(CallSite site) {
    return program.place(site.entity(), site.offset());
  }

  /** The condition under which a call is compiled: that of its file, and that of its lines. */
  public PresenceCondition condition(CallSite site) {
    return kbuild
        .conditionOf(program.path(site.entity()))
        .and(program.condition(site.entity(), site.offset()));
  }
}
