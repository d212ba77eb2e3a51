/*
 * Unpreprocessed kernel C, one definition at a time.
 *
 * The tokens come from the classifier (package lex), which has already decided what C cannot decide
 * without a symbol table: which statement is a declaration (a DECLARATION marker stands before it),
 * which parenthesis opens a cast, a parameter list or a statement expression, which macro heads a
 * block, which argument is a type or a statement. So nearly every decision here needs one token.
 *
 * Binary expressions, assignments and ?: are flat lists: precedence is resolved when the tree is
 * built, and long chains cost no stack.
 */
parser grammar KernelC;

tokens {
  // What the lexer yields.
  IDENTIFIER, NUMBER, STRING, CHARACTER,
  LPAREN, RPAREN, LBRACKET, RBRACKET, LBRACE, RBRACE,
  SEMICOLON, COMMA, COLON, QUESTION, DOT, ARROW, ELLIPSIS,
  ASSIGN, MULTIPLY_ASSIGN, DIVIDE_ASSIGN, REMAINDER_ASSIGN, ADD_ASSIGN, SUBTRACT_ASSIGN,
  SHIFT_LEFT_ASSIGN, SHIFT_RIGHT_ASSIGN, AND_ASSIGN, XOR_ASSIGN, OR_ASSIGN,
  OR_ELSE, AND_THEN, OR, XOR, AND, EQUAL, NOT_EQUAL, LESS, GREATER, LESS_OR_EQUAL,
  GREATER_OR_EQUAL, SHIFT_LEFT, SHIFT_RIGHT, PLUS, MINUS, STAR, SLASH, PERCENT,
  NOT, TILDE, INCREMENT, DECREMENT, HASH, PASTE, STRAY, DIRECTIVE,
  IF, ELSE, WHILE, DO, FOR, SWITCH, CASE, DEFAULT, GOTO, BREAK, CONTINUE, RETURN,
  STORAGE, QUALIFIER, TYPE_WORD, STRUCT, ENUM, TYPEOF, SIZEOF, GENERIC, ASM, ATTRIBUTE,
  EXTENSION, LOCAL_LABEL,
  // What only the classifier yields. Markers are empty tokens.
  DECLARATION, TYPE_ARGUMENT, STATEMENT_ARGUMENT,
  TYPE_NAME, TYPE_MACRO, STRING_NAME, STRING_CALL, LABEL_NAME, BLOCK_NAME, MACRO_NAME, FUNCTION_MACRO,
  CAST_LPAREN, COMPOUND_LPAREN, TYPE_LPAREN, STATEMENT_LPAREN, GROUP_LPAREN, PARAMETER_LPAREN,
  CONDITION_LPAREN,
  ELSE_IF, ASM_TEXT, OPAQUE, UNREAD
}

// Entry points.

functionHeader
  : specifiers? declarator knrDeclaration* EOF
  | STORAGE* FUNCTION_MACRO LPAREN arguments RPAREN EOF
  ;

functionBody : block EOF ;

statementSequence : item* EOF ;

soleExpression : (expression | initializerList) EOF ;

fileDeclaration
  : declaration EOF
  | STORAGE* MACRO_NAME LPAREN arguments RPAREN (ASSIGN initializer)? SEMICOLON? EOF
  ;

// Statements.

block : LBRACE item* RBRACE ;

item : mark | statement ;

mark
  : LABEL_NAME COLON
  | CASE conditional (ELLIPSIS conditional)? COLON
  | DEFAULT (ELLIPSIS conditional)? COLON
  ;

body : mark* statement ;

statement
  : block
  | DECLARATION declaration
  | ifStatement
  | whileStatement
  | doStatement
  | forStatement
  | switchStatement
  | gotoStatement
  | BREAK SEMICOLON
  | CONTINUE SEMICOLON
  | returnStatement
  | asmStatement
  | localLabels
  | macroBlock
  | macroStatement
  | expressionStatement
  | SEMICOLON
  | UNREAD
  ;

ifStatement : IF condition body elseIf* (ELSE body)? ;

elseIf : ELSE_IF IF condition body ;

condition : LPAREN expression RPAREN | macroCondition ;

// if S_ISDIR(mode): the macro brings the parentheses.
macroCondition : IDENTIFIER (CONDITION_LPAREN arguments RPAREN)? ;

whileStatement : WHILE condition body ;

doStatement : DO body (WHILE condition | macroCondition) SEMICOLON? ;

forStatement : FOR LPAREN forStart expression? SEMICOLON expression? RPAREN body ;

forStart : DECLARATION declaration | expression? SEMICOLON ;

switchStatement : SWITCH condition body ;

gotoStatement : GOTO (IDENTIFIER | STAR expression) SEMICOLON ;

returnStatement : RETURN (expression | initializerList)? SEMICOLON ;

asmStatement : ASM LPAREN (ASM_TEXT | COLON | COMMA | LPAREN expression RPAREN)* RPAREN SEMICOLON? ;

localLabels : LOCAL_LABEL IDENTIFIER (COMMA IDENTIFIER)* SEMICOLON ;

macroBlock : BLOCK_NAME (LPAREN arguments RPAREN)* body ;

macroStatement : MACRO_NAME (LPAREN arguments RPAREN)* ;

expressionStatement : expression SEMICOLON ;

// Declarations.

declaration : specifiers? (initDeclarator (COMMA initDeclarator)*)? SEMICOLON ;

knrDeclaration : DECLARATION declaration ;

initDeclarator : declarator (COLON conditional)? (ASSIGN initializer)? ;

specifiers : specifier+ ;

specifier
  : STORAGE
  | QUALIFIER
  | TYPE_WORD
  | TYPE_NAME
  | EXTENSION
  | structSpecifier
  | enumSpecifier
  | typeofSpecifier
  | TYPE_MACRO LPAREN arguments RPAREN
  ;

structSpecifier : STRUCT IDENTIFIER? structBody? ;

structBody : LBRACE member* RBRACE ;

member : DECLARATION declaration | macroStatement | SEMICOLON ;

enumSpecifier : ENUM IDENTIFIER? (COLON specifiers)? initializerList? ;

typeofSpecifier : TYPEOF LPAREN (TYPE_ARGUMENT typeName | expression) RPAREN ;

declarator : (STAR | QUALIFIER)* directDeclarator? declaratorSuffix* ;

directDeclarator : IDENTIFIER | GROUP_LPAREN declarator RPAREN ;

declaratorSuffix
  : LBRACKET (STORAGE | QUALIFIER)* expression? RBRACKET
  | PARAMETER_LPAREN (parameter (COMMA parameter)*)? RPAREN
  ;

parameter : specifiers declarator | ELLIPSIS | OPAQUE ;

typeName : specifiers declarator ;

initializer : assignment | initializerList ;

initializerList : LBRACE initializerEntry? (COMMA initializerEntry?)* RBRACE ;

initializerEntry
  : designator+ ASSIGN? initializer
  | LABEL_NAME COLON initializer
  | TYPE_ARGUMENT typeName
  | initializer
  ;

designator : DOT IDENTIFIER | LBRACKET conditional (ELLIPSIS conditional)? RBRACKET ;

// Expressions.

expression : assignment (COMMA assignment)* ;

assignment : conditional (assignmentOperator (conditional | initializerList))* ;

assignmentOperator
  : ASSIGN | MULTIPLY_ASSIGN | DIVIDE_ASSIGN | REMAINDER_ASSIGN | ADD_ASSIGN | SUBTRACT_ASSIGN
  | SHIFT_LEFT_ASSIGN | SHIFT_RIGHT_ASSIGN | AND_ASSIGN | XOR_ASSIGN | OR_ASSIGN
  ;

conditional : binary (QUESTION expression? COLON binary)* ;

binary : unary (binaryOperator unary)* ;

binaryOperator
  : OR_ELSE | AND_THEN | OR | XOR | AND | EQUAL | NOT_EQUAL | LESS | GREATER | LESS_OR_EQUAL
  | GREATER_OR_EQUAL | SHIFT_LEFT | SHIFT_RIGHT | PLUS | MINUS | STAR | SLASH | PERCENT
  ;

unary : prefix* postfix ;

prefix
  : PLUS | MINUS | NOT | TILDE | STAR | AND | AND_THEN | INCREMENT | DECREMENT | EXTENSION | SIZEOF
  | CAST_LPAREN typeName RPAREN
  ;

postfix : primary postfixOperator* ;

postfixOperator
  : LPAREN arguments RPAREN
  | LBRACKET expression RBRACKET
  | DOT IDENTIFIER
  | ARROW IDENTIFIER
  | INCREMENT
  | DECREMENT
  ;

primary
  : IDENTIFIER
  | NUMBER
  | CHARACTER
  | string
  | LPAREN expression RPAREN
  | STATEMENT_LPAREN block RPAREN
  | COMPOUND_LPAREN typeName RPAREN initializerList
  | TYPE_LPAREN typeName RPAREN
  | generic
  | OPAQUE
  ;

string : (STRING | STRING_NAME | STRING_CALL LPAREN arguments RPAREN)+ ;

generic : GENERIC LPAREN assignment (COMMA association)* RPAREN ;

association : (DEFAULT | TYPE_ARGUMENT typeName) COLON assignment ;

arguments : (argument (COMMA argument)*)? ;

argument
  : assignment
  | initializerList
  | TYPE_ARGUMENT typeName (ASSIGN initializer)?
  | STATEMENT_ARGUMENT item*
  | designator+ ASSIGN? initializer
  ;
