package org.gfpaudit.analyzer.patch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.knowledge.ArgumentPosition;
import org.gfpaudit.rules.knowledge.Sink;

/**
 * How a function writes the mapping that a page goes into.
 *
 * @param text as it can be written at the call
 * @param root what it is made of
 */
record MappingExpression(String text, Expr root) {

  /** The fields that lead from what is at hand to its mapping. */
  private static final Map<String, List<String>> WAYS =
      Map.of(
          "struct address_space", List.of(""),
          "struct inode", List.of("i_mapping"),
          "struct file", List.of("f_mapping"),
          "struct block_device", List.of("bd_mapping", "bd_inode.i_mapping"));

  /** Looks among the arguments of the call, then among those of the calls that insert a page. */
  static Optional<MappingExpression> of(
      Finding finding, JudgedCall judged, FunctionBody body, PatchContext context) {
    Optional<Expr> argument = body.argument(finding.flagged().mapping());
    if (argument.isPresent()) {
      return written(argument.get(), judged, body, context);
    }
    return finding.flagged().mapping().isEmpty()
        ? ofInsertion(judged, body, context)
        : Optional.empty();
  }

  /** The one mapping that the pages of this function go into, where it is known from the start. */
  private static Optional<MappingExpression> ofInsertion(
      JudgedCall judged, FunctionBody body, PatchContext context) {
    Map<String, Expr> mappings = new LinkedHashMap<>();
    for (FunctionText.CallPlace place : body.facts().calls()) {
      for (Sink sink : sinks(place.call(), judged, context)) {
        sink.mapping()
            .flatMap(position -> argument(place.call(), position))
            .ifPresent(mapping -> mappings.put(body.text(mapping), mapping));
      }
    }
    if (mappings.size() != 1) {
      return Optional.empty();
    }
    Expr only = mappings.values().iterator().next();
    return body.isSteady(only, judged.at().start())
        ? written(only, judged, body, context)
        : Optional.empty();
  }

  /** What a call allocates page cache by. */
  static List<Sink> sinks(Expr.Call call, JudgedCall judged, PatchContext context) {
    return call.calledName()
        .map(name -> context.tree().sinks().of(judged.entity(), call, name.text()))
        .orElse(List.of());
  }

  private static Optional<Expr> argument(Expr.Call call, ArgumentPosition position) {
    return position.in(call.arguments().size()).stream()
        .mapToObj(call.arguments()::get)
        .findFirst();
  }

  private static Optional<MappingExpression> written(
      Expr expression, JudgedCall judged, FunctionBody body, PatchContext context) {
    SourceFile file = context.program().index().fileOf(judged.entity());
    TypeOracle types = context.types();
    if (!isPure(expression, context)) {
      return Optional.empty();
    }
    Optional<TypeName> type = types.typeOf(expression, body.graph(), file);
    Optional<String> struct = type.flatMap(t -> types.structName(t, file));
    if (struct.isEmpty()) {
      return isMappingByName(expression, context)
          ? Optional.of(new MappingExpression(body.text(expression), expression))
          : Optional.empty();
    }
    boolean isPointer = type.get().pointerDepth() > 0;
    for (String way : WAYS.getOrDefault(struct.get(), List.of())) {
      if (way.isEmpty()) {
        return isPointer
            ? Optional.of(new MappingExpression(body.text(expression), expression))
            : Optional.empty();
      }
      String first = way.contains(".") ? way.substring(0, way.indexOf('.')) : way;
      if (isPointer
          && leadsTo(way, judged)
          && (types.fieldType(struct.get(), first, file).isPresent()
              || isOfMissingKernel(struct.get(), way, context))) {
        String base = body.text(expression);
        boolean isSimple =
            !(expression instanceof Expr.Unary) && !(expression instanceof Expr.Conditional);
        return Optional.of(
            new MappingExpression(
                (isSimple ? base : "(" + base + ")") + "->" + way.replace(".", "->"), expression));
      }
    }
    return Optional.empty();
  }

  /** Whether a struct of the kernel is not in the tree, as for a module that is read alone. */
  private static boolean isOfMissingKernel(String struct, String way, PatchContext context) {
    return !way.contains(".") && context.program().index().definitions(struct).isEmpty();
  }

  /** Whether an expression of unknown type is a field that is a mapping in every kernel. */
  private static boolean isMappingByName(Expr expression, PatchContext context) {
    if (expression instanceof Expr.Conditional conditional) {
      return conditional.whenTrue().filter(one -> isMappingByName(one, context)).isPresent()
          && isMappingByName(conditional.whenFalse(), context);
    }
    if (expression instanceof Expr.Call call) {
      return Pure.value(call, context).filter(value -> isMappingByName(value, context)).isPresent();
    }
    return expression instanceof Expr.Member member
        && WAYS.values().stream().anyMatch(ways -> ways.contains(member.field()));
  }

  /** Whether the call's page really goes into the mapping at the end of that way. */
  private static boolean leadsTo(String way, JudgedCall judged) {
    String last = way.substring(way.lastIndexOf('.') + 1);
    if (judged.reach().mappings().size() != 1) {
      return false;
    }
    List<String> steps = judged.reach().mappings().first().steps();
    // A path in normal form ends in the name that is nearest to where the inode came from.
    return !steps.isEmpty()
        && (steps.get(steps.size() - 1).equals(last)
            || (last.equals("i_mapping")
                && List.of("f_mapping", "bd_mapping").contains(steps.get(steps.size() - 1))));
  }

  /** Whether it may be written a second time: it changes nothing. */
  static boolean isPure(Expr expression, PatchContext context) {
    return new Pure(context).isPure(expression);
  }
}
