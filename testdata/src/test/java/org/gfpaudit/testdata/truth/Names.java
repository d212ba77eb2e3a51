package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.testdata.truth.Function.Kind;
import org.gfpaudit.testdata.truth.Function.Parameter;

/** What a function under construction can name. */
final class Names {
  final List<String> mappings = new ArrayList<>();
  final List<Place> masks = new ArrayList<>();
  final List<String> numbers = new ArrayList<>();
  final List<String> truths = new ArrayList<>();
  final List<String> structPointers = new ArrayList<>();
  final List<String> localStructs = new ArrayList<>();
  final List<String> localMasks = new ArrayList<>();
  final List<String> cookies = new ArrayList<>();
  final List<String> pointers = new ArrayList<>();
  final List<String> operations = new ArrayList<>();

  Names(List<Parameter> parameters) {
    parameters.forEach(this::add);
  }

  private void add(Parameter parameter) {
    String name = parameter.name();
    switch (parameter.kind()) {
      case MAPPING -> mappings.add(name);
      case MASK -> masks.add(new Place.Variable(name));
      case NUMBER -> numbers.add(name);
      case TRUTH -> truths.add(name);
      case MASK_POINTER -> masks.add(new Place.Pointee(name));
      case STRUCT_POINTER -> {
        structPointers.add(name);
        masks.add(new Place.Field(name));
      }
      case COOKIE -> cookies.add(name);
      case FUNCTION -> pointers.add(name);
      case OPERATIONS -> operations.add(name);
    }
  }

  static List<Parameter> parameters(List<Kind> kinds) {
    List<Parameter> parameters = new ArrayList<>();
    for (Kind kind : kinds) {
      String name =
          switch (kind) {
            case MAPPING ->
                parameters.stream().anyMatch(p -> p.kind() == kind) ? "other" : "mapping";
            case MASK -> "gfp";
            case NUMBER -> "how";
            case TRUTH -> "flag";
            case MASK_POINTER -> "where";
            case STRUCT_POINTER -> "walk";
            case COOKIE -> "cookie";
            case FUNCTION -> "put";
            case OPERATIONS -> "ops";
          };
      parameters.add(new Parameter(kind, name));
    }
    return parameters;
  }
}
