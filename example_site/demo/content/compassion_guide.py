"""The DIY event guide of the compassion event, and the cards that go with it."""

from . import parts

COMPASSION_GUIDE = [
    parts.purpose(
        "<p>To give a team, a ward, a committee or a group of neighbours an hour and a half to "
        "talk honestly about compassion: how we learn to lead with it, how we turn it on "
        "ourselves, and where we find the space to think.</p>"
        "<p>It works with six people and with sixty. You need somebody to host, somebody to "
        "watch the time, and nobody who knows all the answers.</p>"
    ),
    parts.preparation(
        "Choose a time at which the people with the least freedom can come, and say when it ends",
        "Find a room with movable chairs, or a call with small groups, and test the hearing loop "
        "or the captions",
        "Invite people by name; tell them that nobody will be made to speak",
        "Send the three questions and the reading a week before, marked “if you feel like it”",
        "Ask one person in each group of four or five to keep the time, and one to write cards",
        "Find a quiet corner or a second room for anybody who needs to step out, and tell people "
        "where it is",
        "Agree how notes are used: written without names, read back, torn up if somebody asks",
        "Bring cups, water, something to eat, pens that work",
    ),
    parts.agreements(
        "What is told here stays here; what is learnt here may leave",
        "One person speaks at a time, and nobody has to",
        "We end when we said that we would",
    ),
    parts.round_of(
        "Arriving",
        10,
        "<p>“Welcome. We have an hour and a half and we will end on time. What is told here "
        "stays here; what is learnt here may leave. You may pass on any question. Let us have "
        "one minute of quiet, and then tell your neighbour what sort of day it has been so "
        "far.”</p>",
        "What did you have to put down to be here?",
        "What would make this a good use of your time?",
        tip=(
            "Be in the room ten minutes early and greet people at the door. Those ten minutes "
            "decide how honest the ninety will be."
        ),
    ),
    parts.round_of(
        "Developing compassion as a leader",
        25,
        "<p>“Think of somebody who led you with compassion: at work, at school, at home. What "
        "did they do? Take a minute alone, then tell each other, one at a time. When everybody "
        "has spoken, ask together: how do we learn that?”</p>",
        "What did they do in the first thirty seconds?",
        "How did they say something difficult?",
        "What had somebody once done for them, do you think?",
        "Where do you have a little power to do the same?",
        tip=(
            "People like to talk about bad leaders. Let one such story stand, then ask for the "
            "opposite. You are collecting things that can be copied."
        ),
        each=5,
    ),
    parts.round_of(
        "Practising self-compassion",
        20,
        "<p>“Now the same, turned round. Think of a day that went badly. What did you say to "
        "yourself? What would you have said to a friend? Talk in pairs this time, and share with "
        "the group only what you want to.”</p>",
        "What is the kindest thing that you did for yourself this week?",
        "Who is allowed to tell you to stop?",
        "What gets in the way: time, habit, guilt, somebody’s eyebrows?",
        tip=(
            "There will be a silence. Leave it alone. If a person becomes upset, sit beside them, "
            "offer the quiet corner, and let the pair decide whether to go on."
        ),
    ),
    parts.pause("Kettle on, windows open", 10),
    parts.round_of(
        "Making space to reflect and learn",
        15,
        "<p>“We have just done what we say that we never have time for. Where in an ordinary "
        "week could ten minutes of it live? Write one idea to a card, as small as you can make "
        "it.”</p>",
        "Which meeting could begin with a question?",
        "What do you learn from on your own, and what only with others?",
        "What would you have to stop doing?",
        tip=(
            "Push gently for small. “A monthly away day” is a wish. “The first three minutes of "
            "Tuesday” is a plan."
        ),
        is_spare=True,
    ),
    parts.closing(
        "One card each",
        10,
        "<p>“Choose one card from the table that you will try before the month is out. Read it "
        "to the group, or keep it in your pocket. Thank you for your company.”</p>",
    ),
    parts.harvest(
        "<p>Gather the other cards, read them back to those who wrote them when you type them "
        "up, and send them round within a week.</p>"
    ),
]

QUESTION_CARDS = """\
COMPASSION, PRACTISED: QUESTION CARDS

1. How do you develop compassion as a leader?
   - Who led you with compassion, and what did they do?
   - How did they say something difficult?

2. How do you practise self-compassion, on an ordinary day?
   - What would you have said to a friend?
   - Who is allowed to tell you to stop?

3. How do you make space to reflect and learn, together and alone?
   - Where in an ordinary week could ten minutes of it live?
   - What would you have to stop doing?

You may pass on any question.
Creative Commons Attribution 4.0. The Common Kettle.
"""
