package org.gfpaudit.grammar.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Signature;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.source.Span;

/** Builds a function's head: name, return type and parameters. */
final class FunctionBuilder {
  private final TreeSource source;
  private final TypeBuilder types;

  FunctionBuilder(TreeSource source, TypeBuilder types) {
    this.source = source;
    this.types = types;
  }

  Signature signature(KernelC.FunctionHeaderContext context) {
    return context.FUNCTION_MACRO() != null ? ofMacro(context) : ofDeclarator(context);
  }

  private Signature ofDeclarator(KernelC.FunctionHeaderContext context) {
    TypeBuilder.Specified specified = types.specified(context.specifiers());
    TypeBuilder.Declared declared = types.declared(context.declarator());
    List<FunctionDefinition.Parameter> parameters = List.of();
    boolean variadic = false;
    if (declared.parameters().isPresent()) {
      KernelC.DeclaratorSuffixContext list = declared.parameters().get();
      parameters = withOldStyleTypes(types.parameters(list), context.knrDeclaration());
      variadic = list.parameter().stream().anyMatch(p -> p.ELLIPSIS() != null);
    }
    Token name = declared.name().orElse(context.getStart());
    TypeName base = specified.type();
    TypeName returnType =
        new TypeName(
            base.span(),
            base.name(),
            declared.pointerDepth(),
            declared.array(),
            false,
            base.typeofOperand());
    boolean isStatic = specified.storage() == Declaration.Storage.STATIC;
    return new Signature(
        source.word(name), TreeSource.span(name), returnType, isStatic, parameters, variadic);
  }

  /** K&R parameters are a list of names; their types stand in declarations behind it. */
  private List<FunctionDefinition.Parameter> withOldStyleTypes(
      List<FunctionDefinition.Parameter> parameters,
      List<KernelC.KnrDeclarationContext> declarations) {
    if (declarations.isEmpty()) {
      return parameters;
    }
    Map<String, TypeName> declaredTypes = new HashMap<>();
    for (KernelC.KnrDeclarationContext declaration : declarations) {
      Span span = TreeSource.span(declaration);
      for (Declaration.Variable variable :
          types.declaration(span, declaration.declaration()).variables()) {
        declaredTypes.put(variable.name(), variable.type());
      }
    }
    List<FunctionDefinition.Parameter> typed = new ArrayList<>();
    for (FunctionDefinition.Parameter parameter : parameters) {
      String name = parameter.name().isEmpty() ? parameter.type().name() : parameter.name();
      TypeName type = declaredTypes.getOrDefault(name, TypeName.of(parameter.span(), "int"));
      typed.add(new FunctionDefinition.Parameter(parameter.span(), name, type));
    }
    return List.copyOf(typed);
  }

  /** {@code SYSCALL_DEFINE2(name, type, parameter, ...)} and macros like it. */
  private Signature ofMacro(KernelC.FunctionHeaderContext context) {
    Token macro = context.FUNCTION_MACRO().getSymbol();
    String word = source.word(macro);
    List<KernelC.ArgumentContext> arguments = context.arguments().argument();
    Token first = arguments.isEmpty() ? macro : arguments.get(0).getStart();
    boolean named = first.getType() == KernelC.IDENTIFIER;
    String prefix = "";
    if (word.startsWith("COMPAT_SYSCALL_DEFINE")) {
      prefix = "compat_sys_";
    } else if (word.startsWith("SYSCALL_DEFINE")) {
      prefix = "sys_";
    }
    Token name = named ? first : macro;
    boolean isStatic = false;
    for (ParseTree child : context.children) {
      isStatic |=
          child instanceof TerminalNode terminal
              && terminal.getSymbol().getType() == KernelC.STORAGE
              && source.word(terminal.getSymbol()).equals("static");
    }
    boolean inPairs = word.contains("SYSCALL_DEFINE") || word.contains("BPF_CALL");
    return new Signature(
        prefix + source.word(name),
        TreeSource.span(name),
        TypeName.of(TreeSource.span(macro), "long"),
        isStatic,
        inPairs ? pairs(arguments) : typedArguments(arguments),
        false);
  }

  private List<FunctionDefinition.Parameter> pairs(List<KernelC.ArgumentContext> arguments) {
    List<FunctionDefinition.Parameter> parameters = new ArrayList<>();
    for (int i = 1; i + 1 < arguments.size(); i += 2) {
      Span typeSpan = TreeSource.span(arguments.get(i));
      TypeName type =
          arguments.get(i).typeName() != null
              ? types.typeName(arguments.get(i).typeName())
              : TypeName.of(typeSpan, source.text(typeSpan));
      Span nameSpan = TreeSource.span(arguments.get(i + 1));
      parameters.add(
          new FunctionDefinition.Parameter(typeSpan.cover(nameSpan), source.text(nameSpan), type));
    }
    return List.copyOf(parameters);
  }

  private List<FunctionDefinition.Parameter> typedArguments(
      List<KernelC.ArgumentContext> arguments) {
    List<FunctionDefinition.Parameter> parameters = new ArrayList<>();
    for (KernelC.ArgumentContext argument : arguments) {
      if (argument.typeName() == null) {
        continue;
      }
      Optional<Token> name = types.declared(argument.typeName().declarator()).name();
      name.ifPresent(
          token ->
              parameters.add(
                  new FunctionDefinition.Parameter(
                      TreeSource.span(argument),
                      source.word(token),
                      types.typeName(argument.typeName()))));
    }
    return List.copyOf(parameters);
  }
}
