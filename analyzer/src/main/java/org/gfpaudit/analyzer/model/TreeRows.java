package org.gfpaudit.analyzer.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Accessor;
import org.gfpaudit.rules.knowledge.Callback;
import org.gfpaudit.rules.knowledge.FgpEffect;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Lock;
import org.gfpaudit.rules.knowledge.RawSink;
import org.gfpaudit.rules.knowledge.Row;
import org.gfpaudit.rules.knowledge.ScopeRow;
import org.gfpaudit.rules.knowledge.Sink;
import org.gfpaudit.rules.mask.Scope;

/**
 * Which rows of the tables hold for a tree. The releases of a row are where somebody saw it; the
 * tree in hand may have taken a function over from a later release, or changed it. Where it defines
 * what a row is about, what it does counts and not its release.
 */
final class TreeRows {
  private final Program program;
  private final SourceIndex index;
  private final KernelModel kernel;
  private final Knowledge shipped;
  private final Predicate<String> isAudited;

  private TreeRows(Program program, KernelModel kernel, Predicate<String> isAudited) {
    this.isAudited = isAudited;
    this.program = program;
    this.index = program.index();
    this.kernel = kernel;
    this.shipped = kernel.knowledge();
  }

  /**
   * What is known of a release, with the rows that hold for one tree of it.
   *
   * @param isAudited accepts the paths of a module's files, where one is read beside a kernel
   */
  static KernelModel narrow(KernelModel kernel, Program program, Predicate<String> isAudited) {
    return kernel.where(new TreeRows(program, kernel, isAudited)::holds);
  }

  private boolean holds(Row row) {
    boolean holdsForRelease = row.versions().contains(kernel.version());
    if (row instanceof ScopeRow scope && scope.kind() == ScopeRow.Kind.HELD) {
      return isDefined(scope.name()) ? isHeldOnlyIn(scope) : holdsForRelease;
    }
    if (row instanceof Sink sink && ignoresMask(sink)) {
      return false;
    }
    if (row.versions().isUnbounded()) {
      return true;
    }
    if (row instanceof RawSink sink) {
      return takesMask(sink).orElse(holdsForRelease);
    }
    if (row instanceof FgpEffect effect) {
      return hasEffect(effect).orElse(holdsForRelease);
    }
    return holdsForRelease || subject(row).filter(this::isDefined).isPresent();
  }

  /** The function that a row with releases is about, where its name says all. */
  private static Optional<String> subject(Row row) {
    return row instanceof Sink sink
        ? Optional.of(sink.name())
        : row instanceof Accessor accessor
            ? Optional.of(accessor.name())
            : row instanceof Callback callback
                ? Optional.of(callback.name())
                : row instanceof Lock lock ? Optional.of(lock.take()) : Optional.empty();
  }

  private boolean isDefined(String name) {
    return !definitions(name).isEmpty();
  }

  /** The definitions of a name; those of a module only where the kernel beside it has none. */
  private List<Entity> definitions(String name) {
    List<Entity> all = allDefinitions(name);
    List<Entity> kernel =
        all.stream().filter(entity -> !isAudited.test(program.path(entity))).toList();
    return kernel.isEmpty() ? all : kernel;
  }

  private List<Entity> allDefinitions(String name) {
    return index.definitions(name).stream()
        .filter(entity -> Visibility.program(program.path(entity)).isEmpty())
        .filter(
            entity ->
                switch (index.kind(entity)) {
                  case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> true;
                  case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> false;
                })
        .toList();
  }

  // ---- which argument is the mask

  /** Whether the row's argument is a mask; empty where no definition says which one is. */
  private Optional<Boolean> takesMask(RawSink sink) {
    TreeSet<Integer> positions = new TreeSet<>();
    TreeSet<Integer> counts = new TreeSet<>();
    for (Entity entity : definitions(sink.name())) {
      if (index.kind(entity) == EntityKind.FUNCTION) {
        List<FunctionDefinition.Parameter> parameters =
            program.function(entity).variants().get(0).tree().parameters();
        counts.add(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
          if (parameters.get(i).type().name().equals("gfp_t")) {
            positions.add(i);
          }
        }
      }
    }
    return positions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            counts.stream()
                .map(count -> sink.mask().in(count))
                .anyMatch(at -> at.isPresent() && positions.contains(at.getAsInt())));
  }

  /** Whether the tree's function takes a mask and does nothing with it. */
  private boolean ignoresMask(Sink sink) {
    if (sink.family() == Sink.Family.PLAIN_ALLOCATION) {
      return false;
    }
    boolean isIgnored = false;
    for (Entity entity : definitions(sink.name())) {
      if (index.kind(entity) != EntityKind.FUNCTION) {
        return false;
      }
      List<FunctionDefinition.Parameter> parameters =
          program.function(entity).variants().get(0).tree().parameters();
      OptionalInt at = sink.mask().in(parameters.size());
      if (at.isEmpty() || !parameters.get(at.getAsInt()).type().name().equals("gfp_t")) {
        return false;
      }
      String name = parameters.get(at.getAsInt()).name();
      String text = program.textOf(entity).text(index.extent(entity));
      isIgnored =
          !name.isEmpty()
              && Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                      .matcher(text)
                      .results()
                      .count()
                  == 1;
      if (!isIgnored) {
        return false;
      }
    }
    return isIgnored;
  }

  // ---- what flags of a lookup do

  /**
   * Whether the tree's lookups do what the row says; empty where they do nothing with the flag. A
   * row that sets bits goes with the one that clears some for the same flag.
   */
  private Optional<Boolean> hasEffect(FgpEffect effect) {
    if (effect.kind() == FgpEffect.Kind.CREATES) {
      return Optional.empty();
    }
    String cleared =
        shipped.allFgpEffects().stream()
            .filter(row -> row.kind() == FgpEffect.Kind.CLEARS && row.flag().equals(effect.flag()))
            .map(row -> String.join("|", row.bits()))
            .findFirst()
            .orElse("");
    Pattern clearing =
        Pattern.compile(
            "\\bif\\s*\\([^;{}]*\\b"
                + effect.flag()
                + "\\b[^;{}]*\\)\\s*\\{?(?:[^{}]*;)?\\s*\\w+\\s*&=\\s*~\\s*\\(?\\s*"
                + Pattern.quote(cleared)
                + "\\b");
    boolean isTested = false;
    boolean isCleared = false;
    for (Sink sink : shipped.sinks()) {
      if (sink.fgp().isPresent()) {
        for (Entity entity : definitions(sink.name())) {
          String body = program.textOf(entity).text(index.extent(entity));
          isTested |= body.matches("(?s).*\\bif\\s*\\([^;{}]*\\b" + effect.flag() + "\\b.*");
          isCleared |= clearing.matcher(body).find();
        }
      }
    }
    return isTested ? Optional.of(isCleared) : Optional.empty();
  }

  // ---- objects that are there only in a scope

  /**
   * Whether a function that returns such an object returns NULL outside of the scope: somebody who
   * puts the object where the function finds it opens the scope as well, or nobody is seen to put
   * it there.
   */
  private boolean isHeldOnlyIn(ScopeRow row) {
    List<String> saving = savingFunctions(row.scope());
    if (saving.stream().noneMatch(this::isDefined)) {
      return false;
    }
    TreeSet<Entity> writers = new TreeSet<>();
    for (Entity entity : definitions(row.name())) {
      String body = program.textOf(entity).text(index.extent(entity));
      for (Matcher field = Pattern.compile("->\\s*(\\w+)").matcher(body); field.find(); ) {
        index.find(field.group(1)).ifPresent(name -> writers.addAll(index.fieldWriters(name)));
      }
    }
    return writers.isEmpty()
        || writers.stream()
            .flatMap(writer -> index.calls(writer).stream())
            .map(this::text)
            .anyMatch(saving::contains);
  }

  private String text(Name name) {
    return index.text(name);
  }

  private List<String> savingFunctions(Optional<Scope> scope) {
    return shipped.scopes().stream()
        .filter(row -> row.kind() == ScopeRow.Kind.SAVE && row.scope().equals(scope))
        .map(ScopeRow::name)
        .toList();
  }
}
