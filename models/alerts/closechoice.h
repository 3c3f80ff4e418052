// SPDX-License-Identifier: Apache-2.0
#pragma once

class QSettings;

namespace Sluice {

// What happens when the window is closed: the program ends, or goes on watching in the desktop's
// tray. The user is asked until an answer is to be remembered.
class CloseChoice
{
public:
    enum class Answer { Ask, Keep, Quit };

    // settings outlives it.
    explicit CloseChoice(QSettings *settings)
        : m_settings(settings)
    {}

    // What was chosen; Ask: nothing.
    Answer chosen() const;
    void choose(Answer answer);

    // What is done now. Without a tray nobody would find the program again, and without pipelines
    // there is nothing to watch.
    Answer decide(bool hasTray, bool isWatching) const;

private:
    QSettings *m_settings;
};

} // namespace Sluice
