// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QRadioButton;

namespace Sluice {

class TextLabel;

// Asks what the save does to the pipeline: to one that runs, and to one that was stopped for the
// save.
class ChainChoice final : public QWidget
{
    Q_OBJECT

public:
    enum class Case { Nothing, Running, Stopped }; // Nothing: there is nothing to ask

    explicit ChainChoice(QWidget *parent = nullptr);

    // The user's choice stays while the case is the same.
    void setCase(Case now);

    // In the end the pipeline is to run with the saved definition.
    bool isStartWanted() const;

private:
    TextLabel *m_fact;
    QRadioButton *m_saveOnly;
    QRadioButton *m_start;
    Case m_case = Case::Nothing;
};

} // namespace Sluice
