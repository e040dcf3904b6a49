from __future__ import annotations

from nlp import components, pipeline


def test_each_pipe_has_what_it_needs() -> None:
    nlp = pipeline.build()
    assert tuple(nlp.pipe_names) == components.PIPES
    problems = (nlp.analyze_pipes() or {})["problems"]
    assert not any(problems.values())


def test_there_is_no_statistical_model() -> None:
    assert all(not hasattr(pipe, "model") for _, pipe in pipeline.build().pipeline)
