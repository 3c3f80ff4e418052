// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace Sluice {

class ExportRun;
class TextLabel;

// How far an export is, with a way to end it. Appears only when the export takes a moment; owns the
// run, and deletes itself when that has ended.
class ExportProgress final : public QDialog
{
    Q_OBJECT

public:
    ExportProgress(ExportRun *run, QWidget *parent);

    // Cancel and Esc: stays until the file under way is whole.
    void reject() override;

private:
    void showDone(int files);

    ExportRun *m_run;
    TextLabel *m_text;
};

} // namespace Sluice
