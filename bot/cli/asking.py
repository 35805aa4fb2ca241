"""`factbox ask`: one question, or one a line of standard input."""

from __future__ import annotations

import sys

from bot.answer_json import answer_object, refusal_object
from bot.cli.lines import Line, read_lines
from bot.cli.output import complain, is_terminal, write, write_json
from bot.plain import answer_lines, harmless
from bot.texts import english
from bot.wording import RefusalError, describe
from knowledge import Answer, Coverage, Filters, QuestionTooLong
from knowledge.coverage import LONGEST_QUESTION


def answer_once(coverage: Coverage, question: str, filters: Filters, limit: int, *, as_json: bool) -> None:
    """Answer one question on standard output. Raises RefusalError for a blank one and QuestionTooLong."""
    answer = ask_line(coverage, Line(question, len(question)), filters, limit)
    if as_json:
        write_json(answer_object(answer))
    else:
        show(answer)


def answer_input(coverage: Coverage, filters: Filters, limit: int, *, as_json: bool) -> None:
    """Answer each line of standard input in order; as JSON, a line that can't be asked gets an object all the same."""
    for line in read_lines(sys.stdin.buffer):
        try:
            answer = ask_line(coverage, line, filters, limit)
        except (RefusalError, QuestionTooLong) as error:
            if as_json:
                write_json(refusal_object(line.text[:LONGEST_QUESTION], describe(error)))
            else:
                complain(describe(error))
        else:
            if as_json:
                write_json(answer_object(answer))
            else:
                write(harmless(line.text))
                show(answer)
        sys.stdout.flush()


def show(answer: Answer) -> None:
    """Show an answer to a person, or as plain lines where standard output is no terminal."""
    if is_terminal():
        from bot.terminal import answer_view, console

        console().print(answer_view(answer, english()))
    else:
        for line in answer_lines(answer, english()):
            write(line)


def ask_line(coverage: Coverage, line: Line, filters: Filters, limit: int) -> Answer:
    text = line.text.encode("utf-8", "replace").decode()  # an argument that isn't UTF-8 has lone surrogates
    if not text.strip():
        raise RefusalError("error-question-blank")
    if line.length > len(line.text):
        raise QuestionTooLong(line.length, LONGEST_QUESTION)
    return coverage.ask(text, filters, limit)
