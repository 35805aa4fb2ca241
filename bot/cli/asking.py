"""`factbox ask`: one question, or one a line of standard input."""

from __future__ import annotations

import sys
from dataclasses import replace

from bot.answer_json import answer_object, refusal_object
from bot.cli.lines import Line, read_lines
from bot.cli.output import complain, is_terminal, write, write_json
from bot.plain import answer_lines, harmless
from bot.texts import english
from bot.wording import RefusalError, describe
from knowledge import Answer, Coverage, Filters, QuestionTooLong
from knowledge.bounds import LONGEST_QUESTION


def answer_once(coverage: Coverage, question: str, filters: Filters, limit: int, *, as_json: bool) -> None:
    """Answer one question on standard output. Raises RefusalError for a blank one and QuestionTooLong."""
    answer = ask_line(coverage, Line(question, len(question)), filters, limit)
    if as_json:
        write_json(answer_object(answer))
    else:
        show(answer, filters)


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
                show(answer, filters)
        sys.stdout.flush()


def show(answer: Answer, options: Filters) -> None:
    """Show an answer to a person, or as plain lines where standard output is no terminal.

    Of its filters, those that the person gave as `options` aren't told back.
    """
    answer = replace(answer, filters=_beyond(options, answer.filters))
    if is_terminal():
        from bot.terminal import answer_view, console

        console().print(answer_view(answer, english()))
    else:
        for line in answer_lines(answer, english()):
            write(line)


def ask_line(coverage: Coverage, line: Line, filters: Filters, limit: int) -> Answer:
    """The answer to a line. Raises RefusalError for a blank one and QuestionTooLong."""
    text = checked(line.text, "error-question-blank")
    if line.length > len(line.text):
        raise QuestionTooLong(line.length, LONGEST_QUESTION)
    return coverage.ask(text, filters, limit)


def checked(text: str, blank: str) -> str:
    """What was typed, as Unicode. Raises RefusalError with the text named `blank` where nothing was."""
    if not text.strip():
        raise RefusalError(blank)
    return text.encode("utf-8", "replace").decode()  # an argument that isn't UTF-8 has lone surrogates


def _beyond(options: Filters, filters: Filters) -> Filters:
    """The filters that are none of the options."""
    return Filters(
        since=None if filters.since == options.since else filters.since,
        until=None if filters.until == options.until else filters.until,
        publisher=None if filters.publisher == options.publisher else filters.publisher,
    )
