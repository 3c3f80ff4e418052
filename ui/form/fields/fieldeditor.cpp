// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/fieldeditor.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace Sluice {

namespace {

constexpr int narrowest = 200; // the least width of an entry in a small window
constexpr int besideText = 48; // frame, margins, the arrow of a list

// editingFinished() is no use here: it comes with Enter, and then not again when the focus leaves.
class StartShower final : public QObject
{
public:
    explicit StartShower(QLineEdit *edit)
        : QObject(edit)
        , m_edit(edit)
    {}

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_edit && event->type() == QEvent::FocusOut) {
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
                m_edit->setCursorPosition(0);
        }
        return false;
    }

private:
    QLineEdit *m_edit;
};

} // namespace

FieldEditor::FieldEditor(FormModel *model, const Field &field, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_field(field)
    , m_path(QString::fromLatin1(field.path))
{}

QString FieldEditor::label() const
{
    return index().data(FormModel::LabelRole).toString();
}

void FieldEditor::showError(const QString &error)
{
    setProblemFrame(entry(), !error.isEmpty());
    entry()->setAccessibleDescription(error);
}

void FieldEditor::setValue(const QJsonValue &value)
{
    if (value != this->value())
        m_model->setData(index(), QVariant::fromValue(value), FormModel::ValueRole);
}

void FieldEditor::adoptEntry(QWidget *entry, int width)
{
    entry->setObjectName(m_path);
    entry->setAccessibleName(label());
    entry->setMinimumWidth(std::min(width, narrowest));
    entry->setMaximumWidth(width);
    setMaximumWidth(width);
    setFocusProxy(entry);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(entry);
}

void FieldEditor::growWith(QLineEdit *edit)
{
    const int least = maximumWidth();
    const auto grow = [this, edit, least] {
        const int text = edit->fontMetrics().horizontalAdvance(edit->text()) + besideText;
        const int width = std::clamp(text, least, 2 * least);
        if (width == maximumWidth())
            return;
        entry()->setMaximumWidth(width);
        setMaximumWidth(width);
    };
    connect(edit, &QLineEdit::textChanged, this, grow);
    grow();
}

void showStartWhenLeft(QLineEdit *edit)
{
    edit->installEventFilter(new StartShower(edit));
}

void setProblemFrame(QWidget *widget, bool wrong)
{
    if (widget->property("problem").toBool() == wrong)
        return;
    widget->setProperty("problem", wrong);
    widget->update();
}

} // namespace Sluice
