package org.gfpaudit.grammar.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Node;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spans nest, and what has a name has it in its text. */
class SpanTest {
  static Stream<Path> samples() throws IOException {
    return Stream.concat(Samples.files("ok").stream(), Samples.files("err").stream());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void spansNestAndNamesMatch(Path sample) throws IOException {
    SourceText text = Samples.read(sample);
    KernelParser parser = new KernelParser(Samples.IS_TYPE_NAME);
    for (Span span : Samples.definitions(text)) {
      String content = text.text(span);
      Parsed<? extends Node> parsed;
      if (content.startsWith("#define")) {
        parsed = parser.parseMacro(text, span);
      } else if (content.endsWith(";")) {
        parsed = parser.parseDeclaration(text, span);
      } else {
        parsed = parser.parseFunction(text, span);
      }
      for (Parsed.Variant<? extends Node> variant : parsed.variants()) {
        assertEquals(span, variant.tree().span());
        check(text, variant.tree(), span);
      }
    }
  }

  private static void check(SourceText text, Object value, Span around) {
    if (value instanceof List<?> list) {
      list.forEach(element -> check(text, element, around));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(element -> check(text, element, around));
    } else if (value instanceof Node node) {
      assertTrue(around.contains(node.span()), () -> node + " outside " + around);
      if (node instanceof Expr.Name name) {
        assertEquals(name.text(), text.text(name.span()));
      }
      if (node instanceof Expr.Member member) {
        assertEquals(member.field(), text.text(member.fieldSpan()));
      }
      if (node instanceof Declaration.Variable variable) {
        assertEquals(variable.name(), text.text(variable.nameSpan()));
      }
      if (node instanceof FunctionDefinition function) {
        assertTrue(function.name().endsWith(text.text(function.nameSpan())));
      }
      children(node).forEach(child -> check(text, child, node.span()));
    } else if (value instanceof Record record) {
      children(record).forEach(child -> check(text, child, around));
    }
  }

  /** The components that are parts; the type of a variable stands before its declarator. */
  private static List<Object> children(Object record) {
    List<Object> children = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      boolean isShared = component.getName().equals("type") && !(record instanceof Expr);
      if (isShared) {
        continue;
      }
      try {
        component.getAccessor().setAccessible(true);
        children.add(component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("the accessor of " + component, e);
      }
    }
    return children;
  }
}
