package org.gfpaudit.analyzer.consequence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.facts.FunctionFacts;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.InodeKindRow;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.ReadPath;
import org.gfpaudit.rules.mask.AccessPath;

/**
 * Finds the kinds of inodes that a mapping can belong to, from the code: the fields on the way to
 * it, what was stored there, the tests around the place, the tables of operations the function
 * stands in, and its callers' arguments.
 */
final class InodeKinds {
  private static final int MAX_DEPTH = 4;
  private static final int MAX_CALLERS = 12;

  /** What leads from an inode to its mapping, in the normal form of paths. */
  private static final String INODE_MAPPING = "i_mapping";

  private static final Pattern CALLED = Pattern.compile("^(\\w+)\\s*\\(");

  private final Model model;
  private final Program program;
  private final Masks masks;
  private final Arguments arguments;
  private final Knowledge knowledge;
  private final ConsequenceTables tables;

  /** Fields that lead from one name of an inode or mapping to another. */
  private final Set<String> ways;

  private final ModeTests tests;
  private final FieldKinds fields;
  private final KeptInodes kept;
  private final EmbeddedMappings embedded;
  private final OperationKinds operations;
  private final Memo<Asked, MappingKinds> found;

  /** A path in terms of a function. */
  private record Asked(Entity in, AccessPath path) {}

  InodeKinds(Model model, Masks masks) {
    this.model = model;
    this.program = model.program();
    this.masks = masks;
    this.arguments = masks.arguments();
    this.knowledge = model.knowledge();
    this.tables = knowledge.consequences();
    this.ways = new HashSet<>(tables.names(InodeKindRow.How.WAY));
    this.ways.add(AccessPath.PAGE);
    this.found = new Memo<>(model.tracing());
    this.tests = new ModeTests(program, knowledge);
    this.fields = new FieldKinds(model);
    this.embedded = new EmbeddedMappings(model);
    this.kept = new KeptInodes(program, tables);
    this.operations = new OperationKinds(model, tests);
  }

  /** The kinds of the mapping that the page of a call goes into. */
  MappingKinds of(JudgedCall call) {
    Optional<InodeKind> bySink = tables.kind(InodeKindRow.How.SINK, call.reach().sink().name());
    if (bySink.isPresent()) {
      return MappingKinds.of(
          bySink.get(),
          model.place(call.reach().site()),
          "is read by " + call.reach().sink().name() + "()");
    }
    MappingKinds kinds = of(call.entity(), mappings(call));
    return kinds.narrow(tests.at(call.entity(), call.at().start()));
  }

  /** The kinds of the mappings that the paths of a function lead to. */
  MappingKinds of(Entity in, SortedSet<AccessPath> paths) {
    MappingKinds kinds = MappingKinds.NONE;
    for (AccessPath path : paths) {
      kinds = kinds.join(of(in, path));
    }
    return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
  }

  /** Searched for once: many calls of a function are about the same mapping. */
  private MappingKinds of(Entity in, AccessPath path) {
    return found.get(
        new Asked(in, path), asked -> new Search().of(asked.in, asked.path, MAX_DEPTH));
  }

  /** The same for a place in the function. */
  MappingKinds of(CallSite at, SortedSet<AccessPath> paths) {
    return of(at.entity(), paths).narrow(tests.at(at.entity(), at.offset()));
  }

  /** The mappings a call is about, in terms of its function; none where that cannot be told. */
  SortedSet<AccessPath> mappings(JudgedCall call) {
    if (!call.reach().mappings().isEmpty()) {
      return call.reach().mappings();
    }
    SortedSet<AccessPath> below = upwards(call);
    return below.isEmpty() ? beside(call.entity()) : below;
  }

  /** From the mapping of the sink itself up the calls that lead to it. */
  private SortedSet<AccessPath> upwards(JudgedCall call) {
    CallSite sink = call.reach().site();
    SortedSet<AccessPath> paths = mappingsAt(sink);
    List<Step> steps = List.copyOf(call.reach().steps());
    Entity at = sink.entity();
    for (int i = steps.size() - 1; i >= 0 && !paths.isEmpty() && !at.equals(call.entity()); i--) {
      CallSite step = steps.get(i).at();
      if (step.entity().equals(at)) {
        continue;
      }
      paths = inCaller(step, at, paths);
      at = step.entity();
    }
    return at.equals(call.entity()) ? paths : new TreeSet<>();
  }

  private SortedSet<AccessPath> inCaller(
      CallSite step, Entity callee, SortedSet<AccessPath> paths) {
    SortedSet<AccessPath> result = new TreeSet<>();
    for (AccessPath path : paths) {
      if (!(path.root() instanceof AccessPath.Param parameter)) {
        result.add(path);
        continue;
      }
      for (CallValues values : calls(step.entity(), callee, parameter.index())) {
        if (values.name().start() == step.offset()) {
          Place place = program.place(step.entity(), step.offset());
          values.targets().forEach(target -> result.add(rebased(path, target, place)));
        }
      }
    }
    return result;
  }

  private List<CallValues> calls(Entity caller, Entity callee, int parameter) {
    String name = program.name(callee);
    return arguments.of(
        caller, Map.of(name, new CallQuestion(name, parameter, OptionalInt.empty())));
  }

  private AccessPath rebased(AccessPath path, AccessPath target, Place place) {
    return model.kernel().mappings().normal(path.rebase(target, place));
  }

  private SortedSet<AccessPath> mappingsAt(CallSite sink) {
    SortedSet<AccessPath> paths = new TreeSet<>();
    for (CallFact fact : factsOf(sink.entity())) {
      if (fact.name().start() == sink.offset()) {
        fact.ways().forEach(way -> paths.addAll(way.reach().mappings()));
      }
    }
    return paths;
  }

  /** An allocation is for the mappings that the same function puts pages into. */
  private SortedSet<AccessPath> beside(Entity entity) {
    SortedSet<AccessPath> paths = new TreeSet<>();
    for (CallFact fact : factsOf(entity)) {
      fact.ways().forEach(way -> paths.addAll(way.reach().mappings()));
    }
    return paths;
  }

  private List<CallFact> factsOf(Entity entity) {
    FunctionFacts facts = masks.facts().get(entity);
    return facts == null ? List.of() : facts.calls();
  }

  /**
   * The field that a file system keeps the inode in, by which it tells its own mappings apart: the
   * one next to the mapping; empty where the path has none.
   */
  List<String> keys(SortedSet<AccessPath> paths) {
    return paths.stream()
        .flatMap(
            path -> {
              for (int i = path.steps().size() - 1; i >= 0; i--) {
                if (!ways.contains(path.steps().get(i))) {
                  return List.of(path.steps().get(i)).stream();
                }
              }
              return List.<String>of().stream();
            })
        .distinct()
        .toList();
  }

  /** Whether a path is written as the mapping of an inode. */
  static boolean isOfInode(AccessPath path) {
    List<String> steps = path.steps();
    return !steps.isEmpty() && steps.get(steps.size() - 1).equals(INODE_MAPPING);
  }

  /** The file that a call stands in. */
  String file(CallSite at) {
    return model.place(at).file();
  }

  /** Whether a path leads from a parameter to a mapping by names of inodes and mappings alone. */
  boolean isHandedIn(AccessPath path) {
    return path.root() instanceof AccessPath.Param && ways.containsAll(path.steps());
  }

  /** One search, which goes into each function once for each parameter. */
  private final class Search {
    private final Set<CallSite> seen = new HashSet<>();

    MappingKinds of(Entity in, AccessPath path, int depth) {
      List<String> steps = path.steps();
      for (int i = steps.size() - 1; i >= 0; i--) {
        String step = steps.get(i);
        if (ways.contains(step)) {
          continue;
        }
        MappingKinds byField = fields.in(step, in);
        if (!byField.isKnown() && i == steps.size() - 1) {
          byField = fields.embedded(step, in);
        }
        if (byField.isKnown()) {
          return byField;
        }
        break; // What holds the object tells nothing of the object.
      }
      return ofRoot(in, path, depth);
    }

    private MappingKinds ofRoot(Entity in, AccessPath path, int depth) {
      if (path.root() instanceof AccessPath.Param parameter) {
        return ofParameter(in, path, parameter.index(), depth);
      }
      if (path.root() instanceof AccessPath.Local local) {
        MappingKinds kinds = MappingKinds.NONE;
        for (ControlFlowGraph graph : program.graphs(in)) {
          kinds = kinds.join(fields.ofVariable(local.name(), in, graph));
        }
        // A new inode that is kept nowhere is no metadata for that.
        return kinds.isOnly(Set.of(InodeKind.METADATA)) ? created(in, depth) : kinds;
      }
      Matcher called = CALLED.matcher(path.root().text());
      return called.find() ? ofCall(in, path.root(), called.group(1), depth) : MappingKinds.UNKNOWN;
    }

    /** What a call returns: it says so, or is kept by who called, or is what the caller makes. */
    private MappingKinds ofCall(Entity in, AccessPath.Root root, String name, int depth) {
      var row = tables.kind(InodeKindRow.How.RESULT, name);
      if (row.isPresent()) {
        Place place = program.place(in, program.index().nameOffset(in));
        return MappingKinds.of(row.get(), place, "comes from " + name + "()");
      }
      MappingKinds inStruct = embedded.returned(in, name);
      if (inStruct.isKnown()) {
        return inStruct;
      }
      MappingKinds told = fields.byArguments(in, root.text());
      if (told.isKnown()) {
        return told;
      }
      MappingKinds made =
          root instanceof AccessPath.Fresh ? created(in, depth) : fields.madeByRow(in, name);
      if (made.isKnown()) {
        return made;
      }
      MappingKinds inField = kept.of(in, kept.written(in, root.text()));
      return inField.isKnown() ? inField : keptByCallers(in);
    }

    /** Whether what a function makes and returns is kept by its callers. */
    private MappingKinds keptByCallers(Entity maker) {
      String name = program.name(maker);
      MappingKinds kinds = MappingKinds.NONE;
      for (CallEdge edge : model.edges().directCallersOf(maker).limit(MAX_CALLERS).toList()) {
        kinds =
            kinds.join(
                kept.of(
                    edge.caller(),
                    call -> call.calledName().filter(n -> n.text().equals(name)).isPresent()));
      }
      return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
    }

    /** What a function makes that is, or is called by, an operation that makes inodes. */
    private MappingKinds created(Entity in, int depth) {
      MappingKinds made = operations.madeBy(in);
      if (made.isKnown() || depth == 0) {
        return made;
      }
      MappingKinds kinds = MappingKinds.NONE;
      for (CallEdge edge : model.edges().directCallersOf(in).limit(MAX_CALLERS).toList()) {
        kinds = kinds.join(created(edge.caller(), depth - 1));
      }
      return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
    }

    private MappingKinds ofParameter(Entity in, AccessPath path, int parameter, int depth) {
      MappingKinds byTable = operations.of(in, parameter);
      if (byTable.isKnown() || depth == 0 || !seen.add(new CallSite(in, parameter))) {
        return byTable;
      }
      MappingKinds kinds = MappingKinds.NONE;
      List<CallEdge> callers = model.edges().directCallersOf(in).limit(MAX_CALLERS + 1L).toList();
      MappingKinds filled = asFiller(in, depth);
      if (filled.isKnown()) {
        return filled;
      }
      if (callers.isEmpty() || callers.size() > MAX_CALLERS) {
        return MappingKinds.UNKNOWN;
      }
      boolean isHandedOn =
          !program.index().addressTakers(program.index().nameOf(in)).isEmpty()
              || !program.index().initializersWithValue(program.index().nameOf(in)).isEmpty();
      if (isHandedOn) {
        kinds = kinds.join(MappingKinds.UNKNOWN);
      }
      for (CallEdge edge : callers) {
        kinds = kinds.join(inCaller(edge.caller(), in, path, parameter, depth - 1));
      }
      return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
    }

    /** A function that fills pages gets those of the mapping it was handed over with. */
    private MappingKinds asFiller(Entity filler, int depth) {
      MappingKinds kinds = MappingKinds.NONE;
      for (Entity taker : program.index().addressTakers(program.index().nameOf(filler))) {
        for (Name called : program.index().calls(taker)) {
          String name = program.index().text(called);
          if (knowledge.evidence().readPath(ReadPath.Kind.FILLER, name).isEmpty()) {
            continue;
          }
          for (CallValues values :
              arguments.of(taker, Map.of(name, new CallQuestion(name, 0, OptionalInt.empty())))) {
            for (AccessPath mapping : values.targets()) {
              kinds = kinds.join(of(taker, mapping, depth - 1));
            }
          }
        }
      }
      return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
    }

    private MappingKinds inCaller(
        Entity caller, Entity callee, AccessPath path, int parameter, int depth) {
      if (program.index().kind(caller) != EntityKind.FUNCTION) {
        return MappingKinds.UNKNOWN;
      }
      MappingKinds kinds = MappingKinds.NONE;
      for (CallValues values : calls(caller, callee, parameter)) {
        Place place = program.place(caller, values.name().start());
        MappingKinds here = MappingKinds.NONE;
        for (AccessPath target : values.targets()) {
          here = here.join(of(caller, rebased(path, target, place), depth));
        }
        kinds = kinds.join(here.narrow(tests.at(caller, values.name().start())));
      }
      return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
    }
  }
}
