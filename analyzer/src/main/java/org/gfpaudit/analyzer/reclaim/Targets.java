package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Through;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.knowledge.OperationWord;
import org.gfpaudit.rules.knowledge.ReclaimTables;
import org.gfpaudit.rules.knowledge.ReclaimWord;
import org.gfpaudit.rules.mask.Symbol;

/**
 * What a call can run inside a territory. Through a field only what its owner, or somebody for him,
 * has put there; a function that is named as an argument is run by the call.
 */
final class Targets {
  private static final int MAX_ARGUMENTS = 6;

  /** Through a field of which more functions can be meant, hardly any of them is told. */
  private static final int FEW = 4;

  /** How often a function is followed from an argument to a parameter. */
  private static final int MAX_HANDS = 4;

  private final Model model;
  private final SourceIndex index;
  private final Sites sites;
  private final Territory territory;
  private final Set<String> tables;
  private final Map<Site, List<Target>> known = new HashMap<>();
  private final Map<String, Boolean> kept = new HashMap<>();
  private int leftOut;

  /**
   * A function that a call runs.
   *
   * @param doubt 0 where nothing else is meant; more the more functions can be
   */
  record Target(Entity callee, ChainStep.Kind kind, int doubt) {}

  Targets(Model model, Sites sites, Territory territory) {
    this.model = model;
    this.sites = sites;
    this.index = model.index();
    this.territory = territory;
    this.tables =
        Set.copyOf(model.knowledge().consequences().operationWords(OperationWord.Kind.TABLE));
  }

  /** How many calls through variables were not followed. */
  int leftOut() {
    return leftOut;
  }

  List<Target> of(Site site) {
    List<Target> targets = known.get(site);
    if (targets == null) {
      targets = find(site);
      known.put(site, targets);
    }
    return targets;
  }

  private List<Target> find(Site site) {
    List<Target> targets = new ArrayList<>();
    Expr callee = site.call().callee();
    if (callee instanceof Expr.Name name && site.graph().variable(name).isEmpty()) {
      ReclaimTables words = model.knowledge().reclaim();
      if (words.is(ReclaimWord.Kind.FOREIGN, name.text())
          || words.is(ReclaimWord.Kind.UNMOUNT, name.text())
          || words.is(ReclaimWord.Kind.FAILURE, name.text())
          || words.is(ReclaimWord.Kind.SHUTS_DOWN, name.text())) {
        return List.of();
      }
      for (Entity entity : model.aliases().resolveIn(site.entity(), name.text())) {
        add(new Target(entity, ChainStep.Kind.CALLS, 0), targets);
      }
      handed(site, name.text(), targets);
    } else if (callee instanceof Expr.Member member) {
      throughField(site, member, targets);
    } else {
      leftOut++;
    }
    return List.copyOf(targets);
  }

  private void add(Target target, List<Target> targets) {
    EntityKind kind = index.kind(target.callee());
    boolean isCode = kind == EntityKind.FUNCTION || kind == EntityKind.FUNCTION_MACRO;
    if (isCode && territory.holds(target.callee()) && !targets.contains(target)) {
      targets.add(target);
    }
  }

  private void throughField(Site site, Expr.Member member, List<Target> targets) {
    SourceFile file = index.fileOf(site.entity());
    Symbol.Field field =
        new Symbol.Field(model.types().ownerOf(member, site.graph(), file), member.field());
    if (!field.isOwnerKnown()) {
      leftOut++;
      return;
    }
    Set<Entity> found = new HashSet<>();
    for (CallEdge edge : model.edges().through(site.entity(), field)) {
      boolean isExact = edge.through() instanceof Through.Field through && through.isExact();
      if (isExact && isOfOwner(edge.callee(), field)) {
        found.add(edge.callee());
      }
    }
    // What the owner has put there runs; what works for everybody is for those who have not.
    boolean hasOwn = found.stream().anyMatch(territory::isOwn);
    List<Entity> meant =
        found.stream()
            .sorted()
            .filter(
                callee ->
                    !hasOwn || territory.isOwn(callee) || isPutByOwner(callee, member.field()))
            .toList();
    for (Entity callee : meant) {
      add(new Target(callee, ChainStep.Kind.CALLS_THROUGH, doubt(callee, meant.size())), targets);
    }
  }

  /** How little it says that a function is one of so many that can be meant. */
  private int doubt(Entity callee, int meant) {
    int many = meant == 1 ? 0 : meant <= FEW ? 1 : 2;
    return many == 0 || territory.isOwn(callee) ? many : 2;
  }

  /** Through a table that is filled for objects only what their owner has put there. */
  private boolean isOfOwner(Entity callee, Symbol.Field field) {
    if (territory.isOwn(callee)) {
      return true;
    }
    boolean isTable =
        field.owner().struct().map(s -> s.substring(s.indexOf(' ') + 1)).stream()
            .anyMatch(this.tables::contains);
    return territory.holds(callee)
        && (isPutByOwner(callee, field.field()) || (!isTable && isPutByAll(callee, field.field())));
  }

  private boolean isPutByOwner(Entity callee, String field) {
    return index.initializersWithValue(index.nameOf(callee)).stream()
        .anyMatch(set -> index.text(set.field()).equals(field) && territory.isOwn(set.entity()));
  }

  /** Whether code that works for everybody has put its own function there. */
  private boolean isPutByAll(Entity callee, String field) {
    return index.initializersWithValue(index.nameOf(callee)).stream()
        .anyMatch(
            set ->
                index.text(set.field()).equals(field)
                    && territory.holds(set.entity())
                    && index.fileOf(set.entity()).equals(index.fileOf(callee)));
  }

  /** Functions that a call names as arguments, unless it keeps them for later. */
  private void handed(Site site, String called, List<Target> targets) {
    if (isKept(called)) {
      return;
    }
    for (int i = 0; i < site.arguments().size(); i++) {
      Expr argument = site.arguments().get(i);
      Expr value =
          argument instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS
              ? unary.operand()
              : argument;
      List<Entity> functions =
          value instanceof Expr.Name name && site.graph().variable(name).isEmpty()
              ? functions(site.entity(), name.text())
              : List.of();
      if (!functions.isEmpty() && (continues(called, i) || isRun(site, called, i))) {
        for (Entity function : functions) {
          add(new Target(function, ChainStep.Kind.CALLS_THROUGH, 0), targets);
        }
      }
    }
  }

  /** The functions of the territory that a name means. */
  private List<Entity> functions(Entity user, String name) {
    // Most arguments are constants, and what those are handed to need not be read.
    return index.definitions(name).isEmpty()
        ? List.of()
        : model.aliases().resolveIn(user, name).stream()
            .filter(entity -> index.kind(entity) == EntityKind.FUNCTION && territory.holds(entity))
            .toList();
  }

  /** Whether a request goes on in what the call is handed. */
  private boolean continues(String called, int argument) {
    return model
        .knowledge()
        .reclaim()
        .word(called)
        .filter(word -> word.kind() == ReclaimWord.Kind.CONTINUES)
        .filter(word -> word.argument().equals(OptionalInt.of(argument)))
        .isPresent();
  }

  /** Whether what is called runs what it is handed, by itself or by what it hands it on to. */
  private boolean isRun(Site site, String called, int argument) {
    return model.aliases().resolveIn(site.entity(), called).stream()
        .anyMatch(callee -> territory.holds(callee) && isRun(callee, argument, 0));
  }

  private boolean isRun(Entity callee, int parameter, int depth) {
    for (Site inside : sites.of(callee)) {
      if (isParameter(inside.call().callee(), inside, parameter)) {
        return true;
      }
      for (int i = 0; depth < MAX_HANDS && i < inside.arguments().size(); i++) {
        if (isParameter(inside.arguments().get(i), inside, parameter)
            && !isKept(inside.name().orElse(""))) {
          for (Entity next : model.aliases().resolveIn(callee, inside.name().orElse(""))) {
            if (territory.holds(next) && isRun(next, i, depth + 1)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean isParameter(Expr value, Site site, int parameter) {
    return value instanceof Expr.Name name
        && site.graph()
            .variable(name)
            .filter(variable -> variable.parameterIndex() == parameter)
            .isPresent();
  }

  private boolean isKept(String called) {
    return kept.computeIfAbsent(
        called,
        name -> {
          for (int i = 0; i < MAX_ARGUMENTS; i++) {
            if (model.knowledge().callback(name, i).isPresent()) {
              return true;
            }
          }
          return false;
        });
  }
}
