package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.testdata.truth.MaskTruth.Source.HandedIn;
import org.gfpaudit.testdata.truth.Memory.Cell;
import org.gfpaudit.testdata.truth.Memory.Struct;

/**
 * What a program knows while it runs: the functions it is in, what their names mean, what was
 * asked.
 */
final class State {
  final SmallProgram program;
  final Ways ways;
  final Memory memory = new Memory();
  final List<Frame> frames = new ArrayList<>();
  final Recorder recorder;
  private final Map<String, Boolean> configuration = new HashMap<>();

  State(SmallProgram program, Ways ways, Recorder recorder) {
    this.program = program;
    this.ways = ways;
    this.recorder = recorder;
  }

  /** What is told of a run. */
  interface Recorder {
    void hit(Hit hit);

    /** A mask was written to a struct that others can see. */
    void escaped(MaskTruth mask);
  }

  /** A number of which the first branch that asks decides. */
  static final class OpenNumber {
    private final int values;
    private int value = -1;

    OpenNumber(int values) {
      this.values = values;
    }
  }

  record MappingName(int number) {}

  record FunctionName(String name) {}

  record TableName(String name) {}

  static final class Frame {
    final Function function;
    final Map<String, Object> variables = new HashMap<>();
    Statement current = new Statement.Return();
    int jumpsBack;
    Object returned = 0;
    String label = "";

    Frame(Function function) {
      this.function = function;
    }
  }

  String anyTable() {
    List<String> tables = program.tables().keySet().stream().sorted().toList();
    if (tables.isEmpty()) {
      throw new IllFormedException("there is no table");
    }
    return tables.get(ways.choose(tables.size()));
  }

  Frame frame() {
    return frames.get(frames.size() - 1);
  }

  boolean isParameter(String name) {
    return frame().function.parameters().stream()
        .anyMatch(parameter -> parameter.name().equals(name));
  }

  /** The same mask as every running function sees it. */
  List<MaskTruth> everywhere(MaskTruth mask) {
    return frames.stream().map(frame -> mask).toList();
  }

  List<MaskTruth> read(Place place) {
    if (place instanceof Place.Global global) {
      List<Gfp> values = GlobalValues.of(program, global.name());
      return everywhere(MaskTruth.of(values.get(ways.choose(values.size())).bits));
    }
    HandedIn kind = place instanceof Place.Field ? HandedIn.FIELD : HandedIn.POINTEE;
    return memory.read(cell(place), frames.size(), kind);
  }

  void write(Place place, List<MaskTruth> value) {
    if (place instanceof Place.Global) {
      return; // Whatever is written there is one of the values that are read.
    }
    memory.write(cell(place), value);
    if (place instanceof Place.Field field && typed(field.struct(), Struct.class).isFromOutside()) {
      recorder.escaped(value.get(0));
    }
  }

  Cell cell(Place place) {
    if (place instanceof Place.Field field) {
      return typed(field.struct(), Struct.class).mask();
    } else if (place instanceof Place.Variable variable) {
      return typed(variable.name(), Cell.class);
    } else if (place instanceof Place.Pointee pointee) {
      return typed(pointee.pointer(), Cell.class);
    }
    throw new IllFormedException("the address of a global variable");
  }

  boolean holds(Condition condition) {
    if (condition instanceof Condition.Set set) {
      Object value = variable(set.name());
      return !(value instanceof Integer || value instanceof OpenNumber) || number(set.name()) != 0;
    } else if (condition instanceof Condition.Is is) {
      return number(is.name()) == is.value();
    } else if (condition instanceof Condition.Not not) {
      return !holds(not.of());
    } else if (condition instanceof Condition.Both both) {
      return holds(both.left()) && holds(both.right());
    } else if (condition instanceof Condition.Either either) {
      return holds(either.left()) || holds(either.right());
    } else if (condition instanceof Condition.Literal literal) {
      return literal.value();
    } else if (condition instanceof Condition.Enabled enabled) {
      return isEnabled(enabled.symbol());
    }
    return ways.choose(2) == 1;
  }

  /** Whether {@code #ifdef} finds an option: one that is a module is enabled and not defined. */
  boolean isDefined(String symbol) {
    return isEnabled(symbol) && isEnabled(symbol + " is built in");
  }

  boolean isEnabled(String symbol) {
    return configuration.computeIfAbsent(symbol, key -> ways.choose(2) == 1);
  }

  /** The options that were asked for so far. */
  Map<String, Boolean> configuration() {
    return Map.copyOf(configuration);
  }

  Object variable(String name) {
    Object value = frame().variables.get(name);
    if (value == null) {
      throw new IllFormedException("no variable " + name);
    }
    return value;
  }

  <T> T typed(String name, Class<T> type) {
    Object value = variable(name);
    if (!type.isInstance(value)) {
      throw new IllFormedException(name + " is of another type");
    }
    return type.cast(value);
  }

  int mapping(String name) {
    return typed(name, MappingName.class).number();
  }

  int number(String name) {
    Object value = variable(name);
    if (value instanceof OpenNumber open) {
      if (open.value < 0) {
        open.value = ways.choose(open.values);
      }
      return open.value;
    }
    return typed(name, Integer.class);
  }
}
