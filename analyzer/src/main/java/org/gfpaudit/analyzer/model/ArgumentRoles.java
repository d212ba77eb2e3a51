package org.gfpaudit.analyzer.model;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.knowledge.ArgumentPosition;
import org.gfpaudit.rules.knowledge.Sink;

/**
 * What one declaration of a function or macro takes in which argument, 0-based.
 *
 * @param condition under which it is declared like this
 * @param masks the arguments that are masks by their type
 * @param mappings the arguments that are mappings by their type
 * @param flags the arguments that hold FGP flags, by type or name
 * @param numbers the arguments that may be a mask of another type
 * @param count how many arguments it takes, or -1 where it takes any number
 */
record ArgumentRoles(
    PresenceCondition condition,
    NavigableSet<Integer> masks,
    NavigableSet<Integer> mappings,
    NavigableSet<Integer> flags,
    NavigableSet<Integer> numbers,
    int count) {
  private static final int ANY = -1;
  private static final String MASK = "gfp_t";
  private static final String MAPPING = "struct address_space";
  private static final String FLAGS = "fgf_t";
  private static final String FLAGS_NAME = "fgp";

  /** Nothing yet, to be added to. */
  static ArgumentRoles none(PresenceCondition condition) {
    return none(condition, ANY);
  }

  private static ArgumentRoles none(PresenceCondition condition, int count) {
    return new ArgumentRoles(
        condition, new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), count);
  }

  /** What a function takes, by the types of its parameters. */
  static ArgumentRoles of(FunctionDefinition function, PresenceCondition condition) {
    int count = function.variadic() ? ANY : function.parameters().size();
    ArgumentRoles roles = none(condition, count);
    for (int i = 0; i < function.parameters().size(); i++) {
      FunctionDefinition.Parameter parameter = function.parameters().get(i);
      TypeName type = parameter.type();
      boolean isPlain = type.pointerDepth() == 0 && !type.array() && !type.function();
      if (isPlain && type.name().equals(MASK)) {
        roles.masks.add(i);
      } else if (type.pointerDepth() == 1 && type.name().equals(MAPPING)) {
        roles.mappings.add(i);
      } else if (isPlain
          && (type.name().equals(FLAGS) || parameter.name().startsWith(FLAGS_NAME))) {
        roles.flags.add(i);
      } else if (isPlain && !type.name().startsWith("struct ")) {
        roles.numbers.add(i);
      }
    }
    return roles;
  }

  /** What the table says of a sink in a call of so many arguments. */
  static ArgumentRoles of(Sink row, int count) {
    ArgumentRoles roles = none(PresenceCondition.TRUE);
    // A call that shows no argument there is one of the sink all the same.
    roles.masks.add(row.mask().in(count).orElse(Math.max(0, row.mask().index())));
    row.mapping().ifPresent(position -> position.in(count).ifPresent(roles.mappings::add));
    row.fgp().ifPresent(position -> position.in(count).ifPresent(roles.flags::add));
    return roles;
  }

  /** The same under another condition. */
  ArgumentRoles under(PresenceCondition other) {
    return new ArgumentRoles(other, masks, mappings, flags, numbers, count);
  }

  /** Whether a call of so many arguments can be meant. */
  boolean takes(int arguments) {
    return count == ANY || count == arguments;
  }

  /** Whether no argument has a role. */
  boolean isEmpty() {
    return masks.isEmpty() && mappings.isEmpty() && flags.isEmpty() && numbers.isEmpty();
  }

  /** The arguments that are masks; where none is by its type, the one the table names. */
  NavigableSet<Integer> masks(Sink row, int count) {
    OptionalInt listed = row.mask().in(count);
    return masks.isEmpty() && listed.isPresent() && numbers.contains(listed.getAsInt())
        ? new TreeSet<>(Set.of(listed.getAsInt()))
        : masks;
  }

  /** The sink that takes its mask in argument {@code mask}, of those it has by these roles. */
  Sink sink(Sink row, int mask) {
    Optional<ArgumentPosition> flagsHere = row.fgp().flatMap(listed -> listed(flags, listed));
    return new Sink(
        row.name(),
        row.family(),
        new Sink.Arguments(
            new ArgumentPosition(mask),
            listed(mappings, row.mapping().orElse(ArgumentPosition.LAST)),
            flagsHere.or(() -> row.fgp().filter(listed -> numbers.contains(listed.index())))),
        row.versions(),
        row.origin());
  }

  /** The position the table names where it is one of several, else the first. */
  private static Optional<ArgumentPosition> listed(
      NavigableSet<Integer> all, ArgumentPosition row) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(all.contains(row.index()) ? row : new ArgumentPosition(all.first()));
  }
}
