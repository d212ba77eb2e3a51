package org.gfpaudit.grammar.ast;

/** One method per kind of {@link Stmt}. */
public interface StmtVisitor<R> {
  R visitBlock(Stmt.Block statement);

  R visitExpression(Stmt.Expression statement);

  R visitDeclare(Stmt.Declare statement);

  R visitIf(Stmt.If statement);

  R visitWhile(Stmt.While statement);

  R visitDoWhile(Stmt.DoWhile statement);

  R visitFor(Stmt.For statement);

  R visitMacroBlock(Stmt.MacroBlock statement);

  R visitSwitch(Stmt.Switch statement);

  R visitCase(Stmt.Case statement);

  R visitDefault(Stmt.Default statement);

  R visitLabel(Stmt.Label statement);

  R visitGoto(Stmt.Goto statement);

  R visitComputedGoto(Stmt.ComputedGoto statement);

  R visitBreak(Stmt.Break statement);

  R visitContinue(Stmt.Continue statement);

  R visitReturn(Stmt.Return statement);

  R visitAsm(Stmt.Asm statement);

  R visitEmpty(Stmt.Empty statement);

  R visitUnread(Stmt.Unread statement);
}
