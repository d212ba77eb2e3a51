package org.gfpaudit.analyzer.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.FieldOwners;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.Symbol;
import org.gfpaudit.rules.mask.Term;

/**
 * Where the masks enter that reach a call: its own constants and derivations, and those of every
 * call that binds the parameters, or store that sets the fields, its mask is made of. Computed for
 * all calls at once, each edge once for each origin that travels along it.
 */
final class OriginClosure {
  /**
   * More are no help to a reader, and on a long chain every call would repeat those of the last.
   */
  static final int MAX_ORIGINS = 1_000;

  private final FieldOwners owners;
  private final IdentityHashMap<AuditedCall, TreeSet<Place>> origins = new IdentityHashMap<>();
  private final IdentityHashMap<AuditedCall, List<AuditedCall>> bound = new IdentityHashMap<>();

  OriginClosure(List<AuditedCall> calls, Map<AuditedCall, Place> places, FieldOwners owners) {
    this.owners = owners;
    connect(calls);
    Deque<AuditedCall> pending = new ArrayDeque<>();
    IdentityHashMap<AuditedCall, List<Place>> news = new IdentityHashMap<>();
    calls.forEach(call -> origins.put(call, new TreeSet<>()));
    for (AuditedCall call : calls) {
      for (Place own : ownOrigins(call, Objects.requireNonNull(places.get(call)))) {
        add(own, call, news, pending);
      }
    }
    // Each origin travels along each edge at most once.
    while (!pending.isEmpty()) {
      AuditedCall call = pending.poll();
      for (Place origin : Objects.requireNonNull(news.remove(call))) {
        for (AuditedCall target : bound.getOrDefault(call, List.of())) {
          add(origin, target, news, pending);
        }
      }
    }
  }

  /** Only the first are kept: what comes too late at a call comes too late behind it as well. */
  private void add(
      Place origin,
      AuditedCall call,
      Map<AuditedCall, List<Place>> news,
      Deque<AuditedCall> pending) {
    TreeSet<Place> known = Objects.requireNonNull(origins.get(call));
    if (!known.add(origin) || (known.size() > MAX_ORIGINS && origin.equals(known.pollLast()))) {
      return;
    }
    List<Place> here = news.get(call);
    if (here == null) {
      here = new ArrayList<>();
      news.put(call, here);
      pending.add(call);
    }
    here.add(origin);
  }

  /** Sorted, without duplicates; of more than {@value #MAX_ORIGINS} the first. */
  List<Place> of(AuditedCall call) {
    return List.copyOf(origins.get(call));
  }

  /** Draws an edge from each call to those whose parameters or fields it binds. */
  private void connect(List<AuditedCall> calls) {
    Map<Entity, List<AuditedCall>> withParameters = new HashMap<>();
    Map<String, List<AuditedCall>> withFields = new HashMap<>();
    for (AuditedCall call : calls) {
      boolean handedIn = false;
      for (SinkReach reach : call.reaches()) {
        for (Symbol symbol : reach.mask().symbols()) {
          handedIn |= symbol instanceof Symbol.FromCaller;
          if (symbol instanceof Symbol.Field field) {
            withFields.computeIfAbsent(field.field(), f -> new ArrayList<>()).add(call);
          }
        }
      }
      if (handedIn) {
        withParameters.computeIfAbsent(call.entity(), e -> new ArrayList<>()).add(call);
      }
    }
    for (AuditedCall call : calls) {
      List<AuditedCall> targets = new ArrayList<>();
      call.binding()
          .callees()
          .forEach(entity -> targets.addAll(withParameters.getOrDefault(entity, List.of())));
      if (call.binding().field().isPresent()) {
        Symbol.Field stored = call.binding().field().get();
        for (AuditedCall reader : withFields.getOrDefault(stored.field(), List.of())) {
          if (reads(reader, stored)) {
            targets.add(reader);
          }
        }
      }
      bound.put(call, targets);
    }
  }

  private boolean reads(AuditedCall reader, Symbol.Field stored) {
    return reader.reaches().stream()
        .flatMap(reach -> reach.mask().symbols().stream())
        .anyMatch(symbol -> symbol instanceof Symbol.Field read && owners.canBeOne(read, stored));
  }

  /** The origins of terms that are not handed in; a mask of 0 enters where it is written. */
  private static SortedSet<Place> ownOrigins(AuditedCall call, Place place) {
    SortedSet<Place> own = new TreeSet<>();
    for (SinkReach reach : call.reaches()) {
      for (Alternative alternative : reach.mask().alternatives()) {
        if (alternative.terms().isEmpty()) {
          own.add(place);
        }
        for (Term term : alternative.terms()) {
          if (term.symbols().stream().noneMatch(OriginClosure::isHandedIn)) {
            own.add(term.origin().place());
          }
        }
      }
    }
    return own;
  }

  private static boolean isHandedIn(Symbol symbol) {
    return symbol instanceof Symbol.FromCaller || symbol instanceof Symbol.Field;
  }
}
