package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.ConstantNumbers;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.ExprVisitor;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.knowledge.MaskSource;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/** Evaluates an expression to the masks (or flags) it can be, in one state of one function. */
final class MaskEvaluator implements ExprVisitor<MaskValue> {
  static final String COUNTED = "a mask that is counted";

  private static final String LOOSE = "a macro without parentheses beside another operator";

  private final FlowContext context;
  private final PathEvaluator paths;
  private final Places places;
  private final NumberMasks numbers;
  private final FlowState state;

  MaskEvaluator(FlowContext context, FlowState state) {
    this.context = context;
    this.paths = new PathEvaluator(context);
    this.places = new Places(context, state);
    this.numbers = new NumberMasks(context);
    this.state = state;
  }

  MaskValue evaluate(Expr expression) {
    return expression.accept(this);
  }

  // ---- names and storage

  @Override
  public MaskValue visitName(Expr.Name name) {
    Optional<LocalVariable> variable = context.graph().variable(name);
    if (variable.isEmpty()) {
      return global(name);
    }
    LocalVariable local = variable.get();
    MaskValue value = state.mask(Slot.of(local)).orElse(MaskValue.bottom());
    return local.isStatic()
        ? value.join(unknown("a static local variable keeps its value between calls", name.span()))
        : value;
  }

  private MaskValue global(Expr.Name name) {
    MaskValue value =
        context.globals().value(name.text(), context.file(), context.origin(name.span()));
    return !value.isExact() && context.globals().isUndefined(name.text(), context.file())
        ? new MacroLocals(context, this).value(name).orElse(value)
        : value;
  }

  @Override
  public MaskValue visitMember(Expr.Member member) {
    List<Slot.OfField> slots = places.fields(member);
    if (slots.isEmpty()) {
      return stored(member);
    }
    MaskValue value = MaskValue.bottom();
    for (Slot.OfField slot : slots) {
      Optional<MaskValue> known = state.mask(slot);
      value = value.join(known.isPresent() ? known.get() : unset(slot, member));
    }
    return value;
  }

  /** A field that is not set here: zero behind a list of initialisers, or what others store. */
  private MaskValue unset(Slot.OfField slot, Expr.Member member) {
    Optional<MaskValue> overlaid = new Overlays(context).read(slot, state);
    if (overlaid.isPresent()) {
      return overlaid.get();
    }
    Optional<MaskValue> unnamed = state.mask(Slot.initialised(slot.variable()));
    if (slot instanceof Slot.FieldBehind || unnamed.isEmpty()) {
      return stored(member);
    }
    FieldOwner owner = context.types().ownerOf(member, context.graph(), context.file());
    boolean mayBeSet =
        state.mask(Slot.handedOut(slot.variable())).isPresent()
            && context
                .callees()
                .isFieldSetElsewhere(context.entity(), new Symbol.Field(owner, member.field()));
    if (!mayBeSet) {
      return unnamed.get();
    }
    // The zero that nobody wrote is of no interest beside what somebody did.
    return unnamed.get().isExact() ? stored(member) : unnamed.get().join(stored(member));
  }

  /** What is stored in a field anywhere. */
  private MaskValue stored(Expr.Member member) {
    FieldOwner owner = context.types().ownerOf(member, context.graph(), context.file());
    Origin origin = context.origin(member.span());
    Optional<MaskSource> source =
        owner.struct().flatMap(struct -> context.knowledge().source(struct, member.field()));
    if (source.isPresent()) {
      return maskOf(paths.targets(member.base(), state), origin);
    }
    if (isPointer(owner, member)) {
      return unknown("a pointer that is taken for a mask", member.span());
    }
    return MaskValue.symbol(new Symbol.Field(owner, member.field()), origin);
  }

  private boolean isPointer(FieldOwner owner, Expr.Member member) {
    return owner
        .struct()
        .flatMap(struct -> context.types().fieldType(struct, member.field(), context.file()))
        .filter(type -> type.pointerDepth() > 0)
        .isPresent();
  }

  @Override
  public MaskValue visitIndex(Expr.Index index) {
    if (index.array() instanceof Expr.Name name) {
      Optional<LocalVariable> variable = context.graph().variable(name);
      if (variable.isEmpty()) {
        return context
            .globals()
            .elements(name.text(), context.file(), context.origin(index.span()));
      }
      return behind(variable.get(), "an element of an array that nothing here sets", index.span());
    }
    if (index.array() instanceof Expr.Member member) {
      return visitMember(member);
    }
    return unknown("an element of an array", index.span());
  }

  // ---- operators

  @Override
  public MaskValue visitUnary(Expr.Unary unary) {
    return switch (unary.operator()) {
      case COMPLEMENT -> complement(unary);
      case PLUS, EXTENSION -> evaluate(unary.operand());
      case MINUS ->
          unary.operand() instanceof Expr.Name
              // An error number, all over a kernel: no header is read for what it is.
              ? unknown("the result of -", unary.span())
              : numbers.negative(evaluate(unary.operand()), unary.span());
      case NOT -> numbers.truth(unary.span());
      case DEREFERENCE -> dereference(unary);
      default -> unknown("the result of " + unary.operator().text(), unary.span());
    };
  }

  private MaskValue complement(Expr.Unary unary) {
    return unary.operand() instanceof Expr.Unary twice
            && twice.operator() == UnaryOperator.COMPLEMENT
        ? evaluate(twice.operand())
        : new Parentheses(context).areMissing(unary.operand(), Integer.MAX_VALUE)
            ? unknown(LOOSE, unary.span())
            : evaluate(unary.operand()).complement(context.origin(unary.span()));
  }

  private MaskValue dereference(Expr.Unary unary) {
    Expr read = Places.plain(unary);
    return read instanceof Expr.Unary still && still.operator() == UnaryOperator.DEREFERENCE
        ? pointee(still.operand())
        : evaluate(read);
  }

  /** What a pointer points to. */
  MaskValue pointee(Expr pointer) {
    Expr plain = Places.plain(pointer);
    if (plain instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
      return evaluate(unary.operand());
    }
    String reason = "read through a pointer";
    if (plain instanceof Expr.Call call) {
      return new CalledMasks(context, this)
          .behindReturned(call)
          .orElseGet(() -> unknown(reason, pointer.span()));
    }
    return places.first(plain) instanceof Expr.Name name
            && context.graph().variable(name).isPresent()
        ? behind(context.graph().variable(name).get(), reason, pointer.span())
        : unknown(reason, pointer.span());
  }

  /** What a pointer points to, or any element of an array. */
  private MaskValue behind(LocalVariable pointer, String reason, Span span) {
    MaskValue value = MaskValue.bottom();
    for (Slot slot : places.pointees(pointer)) {
      value =
          value.join(
              state
                  .mask(slot)
                  .orElseGet(
                      () ->
                          slot instanceof Slot.Whole ? MaskValue.bottom() : unknown(reason, span)));
    }
    return value;
  }

  @Override
  public MaskValue visitBinary(Expr.Binary binary) {
    BinaryOperator operator = binary.operator();
    Parentheses parentheses = new Parentheses(context);
    return parentheses.areMissing(binary.left(), operator.precedence())
            || parentheses.areMissing(binary.right(), operator.precedence())
        ? unknown(LOOSE, binary.span())
        : apply(operator, evaluate(binary.left()), evaluate(binary.right()), binary.span());
  }

  /** The value of {@code left operator right}. */
  MaskValue apply(BinaryOperator operator, MaskValue left, MaskValue right, Span span) {
    return switch (operator) {
      case BIT_OR -> left.or(right);
      case BIT_AND -> left.and(right);
      case BIT_XOR -> numbers.exclusive(left, right);
      default -> numbers.apply(operator, left, right, span);
    };
  }

  @Override
  public MaskValue visitAssign(Expr.Assign assign) {
    MaskValue value = evaluate(assign.value());
    return assign.compound().isEmpty()
        ? value
        : apply(assign.compound().get(), evaluate(assign.target()), value, assign.span());
  }

  @Override
  public MaskValue visitConditional(Expr.Conditional conditional) {
    Optional<Boolean> decided = context.graph().ways().decidedHere(conditional);
    Expr whenTrue = conditional.whenTrue().orElse(conditional.condition());
    if (decided.isPresent()) {
      return evaluate(decided.get() ? whenTrue : conditional.whenFalse());
    }
    return evaluate(whenTrue).join(evaluate(conditional.whenFalse()));
  }

  @Override
  public MaskValue visitComma(Expr.Comma comma) {
    return evaluate(comma.parts().get(comma.parts().size() - 1));
  }

  @Override
  public MaskValue visitCast(Expr.Cast cast) {
    return evaluate(cast.operand());
  }

  @Override
  public MaskValue visitLiteral(Expr.Literal literal) {
    OptionalLong number = ConstantNumbers.of(literal);
    return number.isPresent()
        ? numbers.of(number.getAsLong(), literal.span())
        : unknown("the literal " + literal.text(), literal.span());
  }

  @Override
  public MaskValue visitPostfix(Expr.Postfix postfix) {
    return unknown(COUNTED, postfix.span());
  }

  // ---- calls

  @Override
  public MaskValue visitCall(Expr.Call call) {
    return new CalledMasks(context, this).of(call);
  }

  /** The bit of a number. */
  MaskValue bit(Expr number, Span span) {
    return apply(BinaryOperator.SHIFT_LEFT, numbers.of(1, span), evaluate(number), span);
  }

  MaskValue maskOf(SortedSet<AccessPath> mappings, Origin origin) {
    MaskValue value = MaskValue.bottom();
    for (AccessPath mapping : mappings) {
      value = value.join(MaskValue.symbol(new Symbol.MappingMask(mapping), origin));
    }
    return value;
  }

  SortedSet<AccessPath> targets(Expr expression) {
    return paths.targets(expression, state);
  }

  FlowState state() {
    return state;
  }

  @Override
  public MaskValue visitStatementExpr(Expr.StatementExpr statement) {
    return context
        .graph()
        .value(statement)
        .flatMap(variable -> state.mask(Slot.of(variable)))
        .orElseGet(() -> unknown("a statement expression without a value", statement.span()));
  }

  @Override
  public MaskValue visitGeneric(Expr.Generic generic) {
    MaskValue value = MaskValue.bottom();
    for (Expr.Generic.Association association : generic.associations()) {
      value = value.join(evaluate(association.value()));
    }
    return value;
  }

  // ---- what is no mask

  @Override
  public MaskValue visitCompoundLiteral(Expr.CompoundLiteral literal) {
    TypeName type = literal.type();
    return type.name().startsWith("struct ") || literal.initializer().entries().size() != 1
        ? unknown("a compound literal", literal.span())
        : evaluate(literal.initializer().entries().get(0).value());
  }

  @Override
  public MaskValue visitInitList(Expr.InitList list) {
    return unknown("a list of initialisers", list.span());
  }

  @Override
  public MaskValue visitTypeOperator(Expr.TypeOperator operator) {
    return unknown("the result of " + operator.keyword(), operator.span());
  }

  @Override
  public MaskValue visitTypeArgument(Expr.TypeArgument argument) {
    return unknown("a type", argument.span());
  }

  @Override
  public MaskValue visitStatementArgument(Expr.StatementArgument argument) {
    return unknown("statements handed to a macro", argument.span());
  }

  @Override
  public MaskValue visitOpaque(Expr.Opaque opaque) {
    return unknown("text the grammar could not read", opaque.span());
  }

  MaskValue unknown(String reason, Span span) {
    return MaskValue.unknown(reason, context.origin(span));
  }
}
