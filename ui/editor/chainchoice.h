// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QRadioButton;

namespace Sluice {

class TextLabel;

// Asks what is to become of the pipeline with a save: of one that runs, and of one that was
// stopped for the save.
class ChainChoice final : public QWidget
{
    Q_OBJECT

public:
    enum class Case { Nothing, Running, Stopped }; // Nothing: there is nothing to ask

    explicit ChainChoice(QWidget *parent = nullptr);

    // A choice that was made stays while the case is the same.
    void setCase(Case now);

    // The pipeline is to run on the saved definition in the end.
    bool isStartWanted() const;

private:
    TextLabel *m_fact;
    QRadioButton *m_saveOnly;
    QRadioButton *m_start;
    Case m_case = Case::Nothing;
};

} // namespace Sluice
