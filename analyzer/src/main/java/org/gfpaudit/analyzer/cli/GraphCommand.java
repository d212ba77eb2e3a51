package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.graph.CallGraph;
import org.gfpaudit.analyzer.graph.Direction;
import org.gfpaudit.analyzer.graph.DotWriter;
import org.gfpaudit.analyzer.graph.GraphMlWriter;
import org.gfpaudit.analyzer.graph.GraphRequest;
import org.gfpaudit.analyzer.graph.GraphRequest.Target;
import org.gfpaudit.analyzer.graph.GraphResult;
import org.gfpaudit.analyzer.graph.GraphResult.Outcome;
import org.gfpaudit.analyzer.graph.SvgWriter;
import org.gfpaudit.rules.catalog.RuleCatalog;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graph}: the call graph around a function or a finding. */
@CommandLine.Command(
    name = "graph",
    sortOptions = false,
    description = {
      "Draw the calls around a function or a finding.",
      "Around a finding, the picture holds its site and the way of its mask. Edges "
          + "say whether a call is direct, through a table, of a function handed over, or "
          + "made later by a work item, timer or thread."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {
      "0:The graph was drawn.",
      ExitStatus.NOTHING_MEANS,
      ExitStatus.INCOMPLETE_MEANS
    },
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: dot (default), graphml, svg. An edge is direct; or ops, through a",
      "field of the struct that the callee is stored in; or ops-by-name, where",
      "that struct cannot be told; or filler, through a parameter that the callee",
      "was handed to; or callback, run later as a work item, timer or thread; or",
      "handed-over, where the address was last seen and the caller is unknown.",
      "Functions with sites or origins bear their worst verdict.",
      "",
      "Examples:",
      "  gfpaudit graph filemap_add_folio --tree ~/linux --format svg -o callers.svg",
      "  gfpaudit graph ID --tree ~/linux --depth 5 | dot -Tpdf -o callers.pdf",
      "  gfpaudit graph fs/mpage.c:do_mpage_readpage --direction both --depth 1"
    })
final class GraphCommand implements Command {
  private static final int MAX_SUGGESTIONS = 5;
  private static final int MAX_CANDIDATES = 20;

  @Parameters(
      paramLabel = Targets.LABEL,
      arity = "1",
      description = {
        "FUNCTION, FILE:FUNCTION, FILE:LINE, FILE or an id.",
        "A FUNCTION may be a macro; where several files define the name, FILE:FUNCTION says "
            + "which one is meant. FILE:LINE is the function around that line, and FILE all "
            + "functions of it that have sites or origins. An id may be its beginning, as G1a2b."
      })
  String target;

  @Mixin OutputOptions outputs;
  @Mixin TreeOptions tree;

  @Option(
      names = "--direction",
      paramLabel = "WAY",
      completionCandidates = Candidates.Directions.class,
      order = 6,
      description = "Draw callers (default), callees or both.")
  String direction = "callers";

  @Option(
      names = "--depth",
      paramLabel = "N",
      order = 7,
      description = "Go N calls away from the start (default: 3).")
  String depth = "3";

  @Option(
      names = "--max-nodes",
      paramLabel = "N",
      order = 8,
      description = {
        "Draw at most N functions (default: 200).",
        "The picture says what is left out."
      })
  String maxNodes = "200";

  @Mixin CommonOptions common;

  @Override
  public List<String> formats() {
    return List.of("dot", "graphml", "svg");
  }

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    tree.requireOneVersion();
    common.style(console);
    Map<String, Direction> directions = new LinkedHashMap<>();
    for (Direction way : Direction.values()) {
      directions.put(way.name().toLowerCase(Locale.ROOT), way);
    }
    Direction way = new Choice<>("--direction", directions).of(direction);
    int calls = number("--depth", depth, 0, 99);
    int nodes = number("--max-nodes", maxNodes, 1, 99_999);
    var wanted = outputs.outputs(formats());
    var named = new Targets(List.of(target));
    TreeSelection selection = tree.select(named.files(), console);
    Target around = around(named.only(), selection, console);
    var request = tree.request(selection, console).withoutPaths();
    var plan = Deliveries.plan(wanted, writers(), console);

    GraphResult result;
    try {
      GraphRequest wantedGraph = new GraphRequest(around, way, calls, nodes);
      result = engine.graph(request, wantedGraph);
      if (result.outcome() instanceof Outcome.UnknownId) {
        // It may be one of a rule that is off by default.
        result = engine.graph(request.withRules(RuleCatalog.pages()), wantedGraph);
      }
    } finally {
      console.endProgress();
    }
    AuditRun.requireCode(request);
    CallGraph graph = drawn(result.outcome(), around);
    graph.cuts().forEach(console::say);
    boolean isWhole = plan.deliver(graph, console);
    return Failures.areSevere(result.audit().problems(), tree.isStrict, console) || !isWhole
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  /** What a target of the command line means for a graph. */
  private static Target around(Targets.Target target, TreeSelection selection, Console console)
      throws UsageException {
    Path here = console.surroundings().workingDirectory();
    Optional<String> file =
        target.file().isEmpty()
            ? Optional.empty()
            : Optional.of(selection.relative(here, target.file()));
    return switch (target.kind()) {
      case ID -> new Target.Id(target.name());
      case FUNCTION -> new Target.Named(file, target.name());
      case LINE -> new Target.At(file.orElseThrow(), target.line());
      case FILE -> new Target.InFile(file.orElseThrow());
    };
  }

  private static Map<String, Deliveries.Format<CallGraph>> writers() {
    Map<String, Deliveries.Format<CallGraph>> formats = new HashMap<>();
    formats.put("dot", isOut -> new DotWriter()::write);
    formats.put("graphml", isOut -> new GraphMlWriter()::write);
    formats.put("svg", isOut -> new SvgWriter()::write);
    return formats;
  }

  private CallGraph drawn(Outcome outcome, Target around) throws UsageException {
    if (outcome instanceof Outcome.Drawn drawn) {
      return drawn.graph();
    }
    if (outcome instanceof Outcome.Ambiguous ambiguous) {
      List<String> candidates =
          ambiguous.files().stream().map(file -> file + ":" + around.display()).toList();
      throw new UsageException(
          "several files define "
              + around.display()
              + "; name one of: "
              + String.join(
                  ", ", candidates.subList(0, Math.min(MAX_CANDIDATES, candidates.size())))
              + (candidates.size() > MAX_CANDIDATES
                  ? " and " + (candidates.size() - MAX_CANDIDATES) + " more"
                  : ""));
    }
    if (outcome instanceof Outcome.UnknownName unknown) {
      List<String> near = Suggestion.nearestFew(around.display(), unknown.names(), MAX_SUGGESTIONS);
      throw new UsageException(
          (unknown.isCalled() && !target.contains(":")
                  ? around.display() + " is called, but nothing in this tree defines it"
                  : "no function or macro '" + target + "' in this tree")
              + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?"));
    }
    if (outcome instanceof Outcome.Nothing nothing) {
      throw new UsageException(nothing.reason());
    }
    throw new UsageException(
        "no finding "
            + around.display()
            + " in this tree; ids hold for one tree, 'check' lists"
            + " them");
  }

  private static int number(String option, String text, int least, int most) throws UsageException {
    if (text.matches("\\d{1,6}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw new UsageException(
        option + " takes a number from " + least + " to " + most + ", not '" + text + "'");
  }
}
