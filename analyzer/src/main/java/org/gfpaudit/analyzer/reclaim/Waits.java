package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.knowledge.ReclaimTables;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Where a task sleeps until somebody has done something, and who ends such a sleep: both name one
 * field of one struct, or one variable. Functions that are handed what they wait for or wake are
 * looked through. Safe for several threads.
 */
final class Waits {
  private static final int MAX_DEPTH = 3;

  /** A struct of no more fields that has a lock is a kind of lock. */
  private static final int MOST_FIELDS_OF_A_LOCK = 5;

  private static final Set<String> LOCKS =
      Set.of("struct mutex", "struct rw_semaphore", "struct semaphore");

  private final Model model;
  private final Sites sites;
  private final ReclaimTables tables;
  private final Map<Asked, Optional<Handed>> handed = new ConcurrentHashMap<>();
  private final Map<Site, Optional<Touch>> touches = new ConcurrentHashMap<>();

  /** What is waited for. */
  enum Event {
    /** A queue or completion, or a bit. */
    WAKE,
    /** The end of a work item. */
    WORK
  }

  /**
   * What a sleep and its end have in common.
   *
   * @param owner the struct, empty for a variable
   * @param bit of the field, empty for a queue, completion or work item
   */
  record Key(String owner, String field, String bit) {
    /** For people: {@code "struct foo.done"}, {@code "bit FOO_BUSY of struct foo.flags"}. */
    String text() {
      String place = owner.isEmpty() ? field : owner + "." + field;
      return bit.isEmpty() ? place : "bit " + bit + " of " + place;
    }
  }

  /** A call that sleeps, or that ends a sleep. */
  record Touch(ReclaimWord.Kind kind, Key key) {
    Event event() {
      return kind == ReclaimWord.Kind.FLUSH ? Event.WORK : Event.WAKE;
    }

    boolean isWait() {
      return switch (kind) {
        case WAIT, WAIT_BIT, FLUSH -> true;
        default -> false;
      };
    }
  }

  /** A function that is looked through, and how many were before it. */
  private record Asked(Entity callee, int depth) {}

  /** What a function does to one that it is handed. */
  private record Handed(ReclaimWord.Kind kind, int parameter, String bit) {}

  Waits(Model model, Sites sites) {
    this.model = model;
    this.sites = sites;
    this.tables = model.knowledge().reclaim();
  }

  /** What a call waits for, wakes or queues; empty for most. */
  Optional<Touch> of(Site site) {
    Optional<Touch> known = touches.get(site);
    if (known == null) {
      known = find(site);
      touches.put(site, known);
    }
    return known;
  }

  private Optional<Touch> find(Site site) {
    return handed(site, 0)
        .filter(h -> h.parameter() < site.arguments().size())
        .flatMap(
            h ->
                key(site.arguments().get(h.parameter()), site.graph(), site.entity())
                    .map(
                        key -> h.bit().isEmpty() ? key : new Key(key.owner(), key.field(), h.bit()))
                    .filter(key -> !isInLock(key, site.entity()))
                    .map(key -> new Touch(h.kind(), key)));
  }

  /** Whether a queue is part of a lock: who takes such a lock is known by the lock. */
  private boolean isInLock(Key key, Entity entity) {
    if (key.owner().isEmpty()) {
      return false;
    }
    SourceFile file = model.index().fileOf(entity);
    List<String> fields = model.types().fieldNames(key.owner(), file);
    return fields.size() <= MOST_FIELDS_OF_A_LOCK
        && fields.stream()
            .flatMap(field -> model.types().fieldType(key.owner(), field, file).stream())
            .anyMatch(type -> LOCKS.contains(type.name()));
  }

  /** Whether a function sleeps for, or wakes, what it is handed. */
  boolean isHanded(Entity function) {
    return byParameter(function, 1).isPresent();
  }

  /** What the called function does to which of its arguments. */
  private Optional<Handed> handed(Site site, int depth) {
    Optional<String> name = site.name();
    if (name.isEmpty() || site.arguments().isEmpty()) {
      return Optional.empty();
    }
    Optional<ReclaimWord> word = tables.word(name.get());
    if (word.isPresent()) {
      OptionalInt argument = word.get().argument();
      return argument.isPresent() && isTouch(word.get().kind())
          ? Optional.of(new Handed(word.get().kind(), argument.getAsInt(), bit(word.get(), site)))
          : Optional.empty();
    }
    if (depth >= MAX_DEPTH) {
      return Optional.empty();
    }
    for (Entity callee : model.aliases().resolveIn(site.entity(), name.get())) {
      Optional<Handed> by = byParameter(callee, depth + 1);
      if (by.isPresent()) {
        return by;
      }
    }
    return Optional.empty();
  }

  private static boolean isTouch(ReclaimWord.Kind kind) {
    return switch (kind) {
      case WAIT, WAIT_BIT, WAKE, WAKE_BIT, FLUSH, QUEUE, WORK -> true;
      default -> false;
    };
  }

  /** The bit of a field that a call is about, as it is written. */
  private String bit(ReclaimWord word, Site site) {
    boolean hasBit =
        word.kind() == ReclaimWord.Kind.WAIT_BIT || word.kind() == ReclaimWord.Kind.WAKE_BIT;
    int position = word.argument().orElse(0) == 0 ? 1 : 0;
    return hasBit && position < site.arguments().size()
        ? model.program().textOf(site.entity()).textOnOneLine(site.arguments().get(position).span())
        : "";
  }

  /** What a function does to one of its parameters by itself, if its text can tell. */
  private Optional<Handed> byParameter(Entity callee, int depth) {
    Asked asked = new Asked(callee, depth);
    Optional<Handed> known = handed.get(asked);
    if (known == null) {
      known = mayTouch(callee) ? findByParameter(callee, depth) : Optional.empty();
      handed.put(asked, known);
    }
    return known;
  }

  /** Whether a function is short and handed a queue, completion or work item by its own name. */
  private boolean mayTouch(Entity callee) {
    if (model.index().kind(callee) != EntityKind.FUNCTION) {
      return false;
    }
    String text = model.program().textOf(callee).text(model.index().extent(callee));
    String head = text.substring(0, Math.max(0, text.indexOf('{')));
    return head.contains("wait_queue_head")
        || head.contains("struct completion")
        || head.contains("work_struct");
  }

  private Optional<Handed> findByParameter(Entity callee, int depth) {
    for (Site site : sites.of(callee)) {
      Optional<Handed> inside = handed(site, depth);
      if (inside.isPresent() && inside.get().parameter() < site.arguments().size()) {
        Expr argument = stripped(site.arguments().get(inside.get().parameter()));
        if (argument instanceof Expr.Name name) {
          Optional<LocalVariable> local = site.graph().variable(name);
          if (local.filter(LocalVariable::isParameter).isPresent()) {
            return Optional.of(
                new Handed(inside.get().kind(), local.get().parameterIndex(), inside.get().bit()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Expr stripped(Expr expression) {
    Expr value = expression;
    while (true) {
      if (value instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
        value = unary.operand();
      } else if (value instanceof Expr.Cast cast) {
        value = cast.operand();
      } else if (value instanceof Expr.Index index) {
        value = index.array();
      } else {
        return value;
      }
    }
  }

  /** The field or variable that an expression names. */
  Optional<Key> key(Expr expression, ControlFlowGraph graph, Entity entity) {
    return key(expression, graph, entity, 0);
  }

  private Optional<Key> key(Expr expression, ControlFlowGraph graph, Entity entity, int depth) {
    Expr value = stripped(expression);
    if (value instanceof Expr.Member member) {
      return model
          .types()
          .ownerOf(member, graph, model.index().fileOf(entity))
          .struct()
          .map(struct -> new Key(struct, member.field(), ""));
    }
    if (value instanceof Expr.Call call
        && call.calledName()
            .filter(name -> tables.is(ReclaimWord.Kind.BIT_QUEUE, name.text()))
            .isPresent()
        && call.arguments().size() == 2) {
      String bit = model.program().textOf(entity).textOnOneLine(call.arguments().get(1).span());
      return key(call.arguments().get(0), graph, entity, depth + 1)
          .map(key -> new Key(key.owner(), key.field(), bit));
    }
    if (!(value instanceof Expr.Name name) || depth >= MAX_DEPTH) {
      return Optional.empty();
    }
    Optional<LocalVariable> local = graph.variable(name);
    if (local.isEmpty()) {
      return Optional.of(new Key("", name.text(), ""));
    }
    List<Expr> values = Constants.values(local.get(), graph);
    return values.size() == 1 && !local.get().isParameter()
        ? key(values.get(0), graph, entity, depth + 1)
        : Optional.empty();
  }
}
