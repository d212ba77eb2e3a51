package org.gfpaudit.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.StructDefinition;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.source.Span;

/** Builds types, declarations and parameters from parse trees. */
final class TypeBuilder {
  /** The specifiers of a declaration: its type without the declarators' part. */
  record Specified(TypeName type, Declaration.Storage storage, Optional<StructDefinition> struct) {}

  /** A declarator's part of a type, and the name it declares. */
  record Declared(
      Optional<Token> name,
      int pointerDepth,
      boolean array,
      boolean function,
      Optional<KernelC.DeclaratorSuffixContext> parameters) {}

  private static final Pattern CLEANUP =
      Pattern.compile("(__free|cleanup(?:__)?)\\s*\\(\\s*(\\w+)");

  /** Attributes that stand before what they are of, at the end of a text. */
  private static final Pattern LEADING =
      Pattern.compile(
          "(?:__attribute__\\s*\\(\\([^;{}]*\\)\\)|(?:__cleanup|__free)\\s*\\(\\s*\\w+\\s*\\))\\s*$");

  /** Attributes are not longer than this. */
  private static final int MOST_LEADING = 200;

  private static final int MOST_INDENT = 40;

  private final TreeSource source;
  private final StmtBuilder statements;

  TypeBuilder(TreeSource source, StmtBuilder statements) {
    this.source = source;
    this.statements = statements;
  }

  TypeName typeName(KernelC.TypeNameContext context) {
    Specified specified = specified(context.specifiers());
    Declared declared = declared(context.declarator());
    return type(TreeSource.span(context), specified, declared);
  }

  private static TypeName type(Span span, Specified specified, Declared declared) {
    TypeName base = specified.type();
    return new TypeName(
        span,
        base.name(),
        declared.pointerDepth(),
        declared.array(),
        declared.function(),
        base.typeofOperand());
  }

  /** A declaration of one variable that stands as an argument or in a list of parameters. */
  Stmt declareOne(Span span, KernelC.TypeNameContext context, Optional<Expr> value) {
    Specified specified = specified(context.specifiers());
    Declared declared = declared(context.declarator());
    TypeName type = type(TreeSource.span(context), specified, declared);
    List<Declaration.Variable> variables = new ArrayList<>();
    declared
        .name()
        .ifPresent(
            name ->
                variables.add(
                    new Declaration.Variable(
                        span, source.word(name), TreeSource.span(name), type, value)));
    return new Stmt.Declare(
        span,
        new Declaration(span, specified.storage(), specified.struct(), List.copyOf(variables)));
  }

  Declaration declaration(Span span, KernelC.DeclarationContext context) {
    Specified specified = specified(context.specifiers());
    List<Declaration.Variable> variables = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof KernelC.InitDeclaratorContext declarator) {
        variable(span, specified, declarator).ifPresent(variables::add);
      }
    }
    return new Declaration(span, specified.storage(), specified.struct(), List.copyOf(variables));
  }

  private Optional<Declaration.Variable> variable(
      Span declaration, Specified specified, KernelC.InitDeclaratorContext context) {
    Declared declared = declared(context.declarator());
    if (declared.name().isEmpty()) {
      return Optional.empty();
    }
    Token name = declared.name().get();
    Optional<Expr> initializer =
        Optional.ofNullable(context.initializer()).map(statements.expressions()::initializer);
    TypeName type = type(specified.type().span(), specified, declared);
    return Optional.of(
        new Declaration.Variable(
            TreeSource.span(context),
            source.word(name),
            TreeSource.span(name),
            type,
            initializer,
            cleanup(type.span(), declaration, initializer)));
  }

  /** Reads the one attribute that runs code, which is no part of the tree as attributes are. */
  private Optional<Declaration.Cleanup> cleanup(
      Span type, Span declaration, Optional<Expr> initializer) {
    int start = Math.max(declaration.start(), Math.min(type.end(), declaration.end()));
    int end = initializer.map(value -> value.span().start()).orElse(declaration.end());
    if (end <= start) {
      return Optional.empty();
    }
    String words =
        leading(declaration.start())
            + source.text(
                new Span(declaration.start(), Math.max(declaration.start(), type.start())))
            + source.text(new Span(start, end));
    if (!words.contains("cleanup") && !words.contains("__free")) {
      return Optional.empty();
    }
    Matcher attribute = CLEANUP.matcher(words);
    return attribute.find()
        ? Optional.of(
            new Declaration.Cleanup(attribute.group(2), attribute.group(1).equals("__free")))
        : Optional.empty();
  }

  /** The attributes in front of a declaration, which does not begin with them. */
  private String leading(int declaration) {
    Span near = new Span(Math.max(0, declaration - MOST_INDENT), declaration);
    if (!source.text(near).stripTrailing().endsWith(")")) {
      return "";
    }
    Matcher attributes =
        LEADING.matcher(
            source.text(new Span(Math.max(0, declaration - MOST_LEADING), declaration)));
    return attributes.find() ? attributes.group() : "";
  }

  /** The type of a declaration's specifiers; {@code int} where none is named. */
  Specified specified(KernelC.SpecifiersContext context) {
    if (context == null) {
      Span nowhere = new Span(0, 0);
      return new Specified(TypeName.of(nowhere, "int"), Declaration.Storage.NONE, Optional.empty());
    }
    StringBuilder name = new StringBuilder();
    Declaration.Storage storage = Declaration.Storage.NONE;
    Optional<StructDefinition> struct = Optional.empty();
    Optional<Expr> typeofOperand = Optional.empty();
    for (ParseTree child : context.children) {
      KernelC.SpecifierContext specifier = (KernelC.SpecifierContext) child;
      Token first = specifier.getStart();
      switch (first.getType()) {
        case KernelC.STORAGE -> storage = storage(source.word(first), storage);
        case KernelC.TYPE_WORD, KernelC.TYPE_NAME, KernelC.TYPE_MACRO ->
            append(name, source.word(first));
        case KernelC.STRUCT -> {
          append(name, tagged(first, specifier.structSpecifier().IDENTIFIER()));
          struct = struct(specifier.structSpecifier());
        }
        case KernelC.ENUM -> append(name, tagged(first, specifier.enumSpecifier().IDENTIFIER()));
        case KernelC.TYPEOF -> {
          append(name, "typeof");
          typeofOperand = Optional.of(typeofOperand(specifier.typeofSpecifier()));
        }
        default -> {}
      }
    }
    TypeName type =
        new TypeName(
            TreeSource.span(context),
            name.length() == 0 ? "int" : name.toString(),
            0,
            false,
            false,
            typeofOperand);
    return new Specified(type, storage, struct);
  }

  private static void append(StringBuilder name, String word) {
    if (name.length() > 0) {
      name.append(' ');
    }
    name.append(word);
  }

  private static Declaration.Storage storage(String word, Declaration.Storage before) {
    return switch (word) {
      case "static" -> Declaration.Storage.STATIC;
      case "extern" -> before == Declaration.Storage.NONE ? Declaration.Storage.EXTERN : before;
      case "typedef" -> Declaration.Storage.TYPEDEF;
      default -> before;
    };
  }

  private String tagged(Token keyword, TerminalNode tag) {
    String word = source.word(keyword);
    return tag == null ? word : word + " " + source.word(tag.getSymbol());
  }

  private Expr typeofOperand(KernelC.TypeofSpecifierContext context) {
    if (context.typeName() != null) {
      Span span = TreeSource.span(context.typeName());
      return new Expr.TypeArgument(span, typeName(context.typeName()));
    }
    return statements.expressions().expression(context.expression());
  }

  Declared declared(KernelC.DeclaratorContext context) {
    int stars = 0;
    boolean array = false;
    boolean function = false;
    Optional<Token> name = Optional.empty();
    Optional<KernelC.DeclaratorSuffixContext> parameters = Optional.empty();
    KernelC.DeclaratorContext level = context;
    while (level != null && level.children != null) {
      KernelC.DeclaratorContext inner = null;
      Optional<KernelC.DeclaratorSuffixContext> own = Optional.empty();
      for (ParseTree child : level.children) {
        if (child instanceof KernelC.DirectDeclaratorContext direct) {
          inner = direct.declarator();
          if (direct.IDENTIFIER() != null) {
            name = Optional.of(direct.IDENTIFIER().getSymbol());
          }
        } else if (child instanceof KernelC.DeclaratorSuffixContext suffix) {
          boolean isArray = suffix.getStart().getType() == KernelC.LBRACKET;
          array |= isArray;
          function |= !isArray;
          if (!isArray && own.isEmpty()) {
            own = Optional.of(suffix);
          }
        } else if (TreeSource.kind(child) == KernelC.STAR) {
          stars++;
        }
      }
      // The list next to the name is the function's own; lists further out are of what it returns.
      parameters = own.isPresent() ? own : parameters;
      level = inner;
    }
    return new Declared(name, stars, array, function, parameters);
  }

  List<FunctionDefinition.Parameter> parameters(KernelC.DeclaratorSuffixContext context) {
    List<FunctionDefinition.Parameter> parameters = new ArrayList<>();
    for (KernelC.ParameterContext parameter : context.parameter()) {
      if (parameter.specifiers() == null) {
        if (parameter.getStart().getType() == KernelC.OPAQUE) {
          Span span = TreeSource.span(parameter);
          TypeName type = TypeName.of(span, "int");
          parameters.add(new FunctionDefinition.Parameter(span, "", type));
        }
        continue;
      }
      Specified specified = specified(parameter.specifiers());
      Declared declared = declared(parameter.declarator());
      Span span = TreeSource.span(parameter);
      String name = declared.name().map(source::word).orElse("");
      parameters.add(new FunctionDefinition.Parameter(span, name, type(span, specified, declared)));
    }
    boolean isVoid =
        parameters.size() == 1
            && parameters.get(0).name().isEmpty()
            && parameters.get(0).type().display().equals("void");
    return isVoid ? List.of() : List.copyOf(parameters);
  }

  private Optional<StructDefinition> struct(KernelC.StructSpecifierContext context) {
    if (context.structBody() == null) {
      return Optional.empty();
    }
    MemberCollector members = new MemberCollector(tagged(context.getStart(), context.IDENTIFIER()));
    for (KernelC.MemberContext member : context.structBody().member()) {
      if (member.declaration() != null) {
        members.add(declaration(TreeSource.span(member), member.declaration()));
      } else if (member.macroStatement() != null) {
        groupedFields(member.macroStatement(), members);
      }
    }
    return Optional.of(members.struct(TreeSource.span(context)));
  }

  /** {@code struct_group(name, members)}: the members are members of the struct, too. */
  private void groupedFields(KernelC.MacroStatementContext context, MemberCollector members) {
    for (KernelC.ArgumentsContext arguments : context.arguments()) {
      for (Expr argument : statements.expressions().arguments(arguments)) {
        if (argument instanceof Expr.StatementArgument group) {
          for (Stmt statement : group.statements()) {
            if (statement instanceof Stmt.Declare declare) {
              members.add(declare.declaration());
            }
          }
        }
      }
    }
  }
}
